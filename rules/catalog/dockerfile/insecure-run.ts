import { debian } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { removeWord } from './shared/edit.ts';

export default defineRule({
  id: 'insecure-run',
  subject: 'instruction',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'RUN leaves the sandbox of the build',
  why: 'The command reaches the network or the devices of the machine that builds, and so does whatever it downloads.',
  remedy: 'Remove the flag, or fetch what is needed by ADD.',
  examples: {
    bad: [
      debian`
      - RUN --security=insecure make
      + RUN make
      `,
      debian`
        RUN --network=host make
        #   ^^^^^^^^^^^^^^ insecure-run 💡
      `,
    ],
    good: [debian`RUN --network=none make`],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    for (const flag of instruction.flags) {
      const bad =
        (flag.name === 'security' && flag.value === 'insecure') || (flag.name === 'network' && flag.value === 'host');
      if (bad)
        report(
          { anchor: flag.span, path: `${instruction.path}.${flag.name}` },
          `Runs outside the sandbox of the build: --${flag.name}=${flag.value}.`,
          () => ({
            title: 'Stay in the sandbox',
            consequence: 'what needs the machine stops working',
            assumes: 'the command needs nothing of the machine',
            edits: [removeWord(instruction.stage.file, flag.span)],
          }),
        );
    }
  },
});
