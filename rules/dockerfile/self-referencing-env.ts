import { defineRule, dockerfile, hadolint } from '../rule.ts';

export default defineRule({
  id: 'self-referencing-env',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  tags: ['practice'],
  since: '0.1.0',
  title: 'ENV uses what the same line defines',
  why: 'All values of one ENV are read before any of them is set. The value is the one from before, most often empty.',
  remedy: 'Set the first variable in an ENV of its own.',
  standards: [],
  aliases: [hadolint('DL3044')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim
        ENV HOME_DIR=/app BIN=$HOME_DIR/bin
      `,
      dockerfile`
        FROM debian:13-slim
        ENV A=1 B=\${A}
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        ENV HOME_DIR=/app
        ENV BIN=$HOME_DIR/bin
      `,
      dockerfile`
        FROM debian:13-slim
        ENV PATH=/app/bin:$PATH
      `,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'ENV') return;
    const { pairs, stage, index } = instruction;
    pairs.forEach(({ name, value, valueSpan }, i) => {
      if (value === undefined || valueSpan === undefined) return;
      for (const other of pairs) {
        // `PATH=/app:$PATH` means the one from before, and so does what was set above.
        if (other === pairs[i] || other.name === name || !usesVariable(value, other.name)) continue;
        if (typeof stage.variable(other.name, index) === 'object') continue;
        report(
          { anchor: valueSpan, path: `${instruction.path}.${name}` },
          `${name} is given what ${other.name} held before this line.`,
        );
        return;
      }
    });
  },
});

/** Outside single quotes, and not behind a backslash. */
function usesVariable(value: string, name: string): boolean {
  const open = value.replaceAll(/'[^']*'|\\./g, '');
  return [...open.matchAll(/\$(?:\{(\w+)|(\w+))/g)].some(([, braced, plain]) => (braced ?? plain) === name);
}
