import { debian } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { programName } from '../../model/dockerfile/shell.ts';

export default defineRule({
  id: 'su-in-command',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  title: 'Process changes its user by su',
  why: '`su` starts as root, leaves a process of root behind, and takes the signals that are for the program.',
  remedy: 'Set `USER`; where it must start as root, use `gosu` or `setpriv`.',
  examples: {
    bad: [debian`CMD su app -c /app/start`, debian`ENTRYPOINT ["su", "-", "app", "-c", "/app/start"]`],
    good: [
      debian`
        USER 1000
        CMD ["/app/start"]
      `,
      debian`RUN su postgres -c initdb`,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'CMD' && instruction.keyword !== 'ENTRYPOINT') return;
    for (const command of instruction.commands) {
      const [program] = command.words;
      if (program !== undefined && programName(program) === 'su')
        report(
          { anchor: program.span, path: `${instruction.path}.su` },
          'Starts as root, and su changes the user too late.',
        );
    }
  },
});
