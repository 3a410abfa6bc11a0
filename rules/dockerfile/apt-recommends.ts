import { insertBehind } from '../model/dockerfile/edit.ts';
import { installsBy } from '../model/dockerfile/packages.ts';
import { cisDocker, defineRule, dockerfile, hadolint, kics, trivy } from '../rule.ts';

export default defineRule({
  id: 'apt-recommends',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  tags: ['practice'],
  since: '0.1.0',
  title: 'Recommended packages are installed too',
  why: 'Recommended packages are seldom needed in an image. Each is something to patch, and a tool for whoever breaks in.',
  remedy: 'Install with `--no-install-recommends` and name what is needed.',
  ignoreWhen: 'The program needs what its package recommends.',
  standards: [cisDocker('4.3')],
  aliases: [hadolint('DL3015'), trivy('DS-0029'), kics('APT-GET Not Avoiding Additional Packages')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim
        RUN apt-get update && apt-get install -y curl
      `,
      dockerfile`
        FROM debian:13-slim
        RUN apt-get -y install curl git
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        RUN apt-get update && apt-get install -y --no-install-recommends curl
      `,
      dockerfile`
        FROM debian:13-slim
        RUN apt-get -o APT::Install-Recommends=false install -y curl
      `,
    ],
  },

  check(instruction, report) {
    for (const apt of installsBy(instruction, 'apt')) {
      if (
        apt.words.some(
          ({ text }) =>
            text === '--no-install-recommends' || /^(?:-o)?APT::Install-Recommends=(?:false|0|no)$/i.test(text),
        )
      )
        continue;
      const { verb } = apt;
      report(
        { anchor: verb.span, path: `${instruction.path}.install` },
        'apt-get installs recommended packages too.',
        () =>
          instruction.json === undefined
            ? {
                title: 'Install without recommended packages (what needs them has to name them)',
                edits: [insertBehind(verb.span, '--no-install-recommends')],
              }
            : { refused: 'The command is written as JSON; add the word by hand.' },
      );
    }
  },
});
