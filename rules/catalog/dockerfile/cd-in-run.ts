import { debian } from '../../contract/example.ts';
import { defineRule, hadolint, trivy } from '../../contract/rule.ts';
import { programOf } from '../../model/dockerfile/shell.ts';

export default defineRule({
  id: 'cd-in-run',
  subject: 'instruction',
  severity: 'info',
  profile: 'all',
  tags: ['practice'],
  title: 'RUN changes the directory for itself',
  why: 'The directory changes back when the RUN ends, which readers overlook, and so do people who add lines.',
  remedy: 'Set the directory by WORKDIR.',
  aliases: [hadolint('DL3003'), trivy('DS-0013')],
  examples: {
    bad: [
      debian`
        RUN cd /app && make
        #   ^^ cd-in-run
      `,
      debian`RUN cd /tmp; ls`,
    ],
    good: [
      debian`
        WORKDIR /app
        RUN make
      `,
      debian`RUN make -C /app`,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    // At the end it changes nothing at all; in the middle it is how a shell is used.
    const command = [instruction.commands[0], instruction.commands.at(-1)].find(
      (one) => one !== undefined && programOf(one) === 'cd',
    );
    const program = command?.words[0];
    if (program === undefined) return;
    report({ anchor: program.span, path: `${instruction.path}.cd` }, 'Changes the directory for this RUN alone.');
  },
});
