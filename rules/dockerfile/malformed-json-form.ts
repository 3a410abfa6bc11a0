import { defineRule, dockerfile } from '../rule.ts';
import { replace } from '../text/edit.ts';

export default defineRule({
  id: 'malformed-json-form',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  tags: ['practice'],
  since: '0.1.0',
  title: 'JSON array is none',
  why: 'What is no valid JSON goes to the shell as it is, which then looks for a program called `[`.',
  remedy: 'Use double quotes, and no comma behind the last word.',
  standards: [],
  aliases: [],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim
        CMD ['node', 'server.js']
      `,
      dockerfile`
        FROM debian:13-slim
        ENTRYPOINT ["node",]
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        CMD ["node", "server.js"]
      `,
      dockerfile`
        FROM debian:13-slim
        RUN [ -f /a ] && true
      `,
    ],
  },

  check(instruction, report) {
    const { json, argument, keyword } = instruction;
    if (json !== 'malformed') return;
    report(
      { anchor: argument.span, path: instruction.path },
      `The argument of ${keyword} looks like a JSON array and is none, so that the shell gets it.`,
      () => {
        const mended = argument.text.replaceAll("'", '"').replace(/,\s*\]$/, ']');
        return isArray(mended)
          ? { title: 'Make it a JSON array', edits: [replace(argument.span, mended)] }
          : { refused: 'What is meant is not clear; write it by hand.' };
      },
    );
  },
});

function isArray(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every((item) => typeof item === 'string');
  } catch {
    return false;
  }
}
