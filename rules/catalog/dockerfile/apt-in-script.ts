import { debian } from '../../contract/example.ts';
import type { FixOffer } from '../../contract/finding.ts';
import { checkov, defineRule, hadolint, kics } from '../../contract/rule.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import { type PackageCommand, packageCommandOf } from '../../model/dockerfile/packages.ts';
import { replace } from '../../text/edit.ts';
import { insertBehind } from './shared/edit.ts';

export default defineRule({
  id: 'apt-in-script',
  subject: 'instruction',
  severity: 'info',
  profile: 'strict',
  // apt hands these verbs to the same library with the same packages and defaults.
  fix: 'safe',
  tags: ['practice'],
  title: 'RUN calls apt instead of apt-get',
  why: 'Its output and options may change between versions, as it warns itself. A build that reads or relies on them breaks.',
  remedy: 'Call apt-get or apt-cache.',
  aliases: [hadolint('DL3027'), checkov('CKV_DOCKER_9'), kics('Run Using apt')],
  examples: {
    bad: [
      debian`
      - RUN apt update
      + RUN apt-get update
      `,
      debian`RUN apt-get update && apt install -y curl`,
    ],
    good: [debian`RUN echo apt install`],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    for (const command of instruction.commands) {
      const apt = packageCommandOf(command);
      if (apt?.manager !== 'apt' || apt.program.text !== 'apt') continue;
      report(
        { anchor: apt.program.span, path: `${instruction.path}.apt` },
        'Calls apt, which is made for people; scripts call apt-get.',
        () => asScript(instruction, apt),
      );
    }
  },
});

function asScript(instruction: Instruction, { program, verb, operands, words }: PackageCommand): FixOffer {
  const other = verb.text === 'policy' ? 'apt-cache' : 'apt-get';
  if (instruction.json !== undefined) return { refused: 'The command is written as JSON; change it by hand.' };
  if (/^(?:search|show|list|depends|rdepends)$/.test(verb.text))
    return { refused: `apt-cache prints what ${verb.text} asks for otherwise; change it by hand.` };
  if (!same.has(verb.text)) return { refused: `${other} has no ${verb.text}; change it by hand.` };
  // apt takes a star for a pattern of the shell, apt-get for one of a regular expression.
  if (operands.some(({ text }) => /[*?^~]/.test(text)))
    return { refused: `${other} reads patterns of package names otherwise; change it by hand.` };
  const also =
    verb.text === 'upgrade' && !words.some(({ text }) => text === '--with-new-pkgs')
      ? [insertBehind(verb.span, '--with-new-pkgs')]
      : [];
  return { title: `Call ${other}`, edits: [replace(program.span, other), ...also] };
}

/** What apt-get or apt-cache does just so; upgrade with an option. Source: apt(8), apt-get(8), apt-cache(8), of apt 3.0. */
const same: ReadonlySet<string> = new Set(
  'install remove purge update upgrade autoremove clean autoclean source build-dep download policy'.split(' '),
);
