import { debian } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';

export default defineRule({
  id: 'self-referencing-env',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  tags: ['practice'],
  title: 'ENV uses what the same line defines',
  why: 'All values of one ENV are read before any of them is set. The value is the one from before, most often empty.',
  remedy: 'Set the first variable in an ENV of its own.',
  aliases: [hadolint('DL3044')],
  examples: {
    bad: [debian`ENV HOME_DIR=/app BIN=$HOME_DIR/bin`, debian`ENV A=1 B=\${A}`],
    good: [
      debian`
        ENV HOME_DIR=/app
        ENV BIN=$HOME_DIR/bin
      `,
      debian`ENV PATH=/app/bin:$PATH`,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'ENV') return;
    const { pairs, stage, index } = instruction;
    const last = new Map(pairs.map(({ name }, i) => [name, i]));
    pairs.forEach(({ name, nameSpan }, i) => {
      if (last.get(name) !== i)
        report(
          { anchor: nameSpan, path: `${instruction.path}.${name}` },
          `Set again in this line, where only the last value counts: ${name}.`,
        );
    });
    for (const { name, value, valueSpan } of pairs) {
      if (value === undefined || valueSpan === undefined) continue;
      // `PATH=/app:$PATH` means the one from before, and so does what was set above.
      const used = variablesIn(value).find(
        (other) => other !== name && last.has(other) && typeof stage.variable(other, index) !== 'object',
      );
      if (used === undefined) continue;
      report(
        { anchor: valueSpan, path: `${instruction.path}.${name}` },
        `Gets what ${used} held before this line: ${name}.`,
      );
    }
  },
});

/** Names outside single quotes, and not behind a backslash. */
function variablesIn(value: string): readonly string[] {
  const open = value.replaceAll(/'[^']*'|\\./g, '');
  return [...open.matchAll(/\$(?:\{(\w+)|(\w+))/g)].map(([, braced, plain]) => braced ?? plain ?? '');
}
