import { packageCommandOf } from '../model/dockerfile/packages.ts';
import { checkov, defineRule, dockerfile, hadolint, kics } from '../rule.ts';
import { replace } from '../text/edit.ts';

export default defineRule({
  id: 'apt-in-script',
  subject: 'instruction',
  severity: 'info',
  profile: 'strict',
  fix: 'safe',
  tags: ['practice'],
  since: '0.1.0',
  title: 'RUN calls apt, which is made for people',
  why: 'Its output and options may change between versions, as it warns itself. A build that reads or relies on them breaks.',
  remedy: 'Call apt-get or apt-cache.',
  standards: [],
  aliases: [hadolint('DL3027'), checkov('CKV_DOCKER_9'), kics('Run Using apt')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim
        RUN apt update
      `,
      dockerfile`
        FROM debian:13-slim
        RUN apt-get update && apt install -y curl
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        RUN apt-get update
      `,
      dockerfile`
        FROM debian:13-slim
        RUN echo apt install
      `,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    for (const command of instruction.commands) {
      const apt = packageCommandOf(command);
      if (apt?.manager !== 'apt' || apt.program.text !== 'apt') continue;
      const { program, verb } = apt;
      report(
        { anchor: program.span, path: `${instruction.path}.apt` },
        'apt is made for people; scripts call apt-get.',
        () => {
          const other = /^(?:search|show|policy|depends|rdepends)$/.test(verb.text) ? 'apt-cache' : 'apt-get';
          if (instruction.json !== undefined || !same.has(verb.text))
            return { refused: `${other} has no ${verb.text}; change it by hand.` };
          return { title: `Call ${other}`, edits: [replace(program.span, other)] };
        },
      );
    }
  },
});

/** What apt-get or apt-cache does just so. Source: apt(8), apt-get(8), apt-cache(8). */
const same: ReadonlySet<string> = new Set(
  'install remove purge update upgrade autoremove clean autoclean source build-dep download search show policy depends rdepends'.split(
    ' ',
  ),
);
