import { debian } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { remove, replace } from '../../text/edit.ts';
import type { Span } from '../../text/source.ts';

export default defineRule({
  id: 'malformed-json-form',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  tags: ['practice'],
  title: 'JSON array is malformed',
  why: 'Invalid JSON goes to the shell as it is, which then looks for a program called `[`.',
  remedy: 'Use double quotes, and no comma behind the last word.',
  examples: {
    bad: [
      debian`
      - CMD ['node', 'server.js']
      + CMD ["node", "server.js"]
      `,
      debian`ENTRYPOINT ["node",]`,
    ],
    good: [debian`RUN [ -f /a ] && true`],
  },

  check(instruction, report) {
    const { json, argument, keyword } = instruction;
    if (json !== 'malformed') return;
    report(
      { anchor: argument.span, path: instruction.path },
      `Not a valid JSON array, so the shell runs it: the argument of ${keyword}.`,
      () => {
        const { text, span } = argument;
        const comma = /,(\s*)\]$/.exec(text);
        const mended = (comma === null ? text : `${text.slice(0, comma.index)}${comma[1]}]`).replaceAll("'", '"');
        if (!isArray(mended)) return { refused: 'What is meant is not clear; write it by hand.' };
        const edits = [...text.matchAll(/'/g)].map(({ index }) => replace(character(span.start + index), '"'));
        if (comma !== null) edits.push(remove(character(span.start + comma.index)));
        return { title: 'Make it a JSON array', edits };
      },
    );
  },
});

const character = (at: number): Span => ({ start: at, end: at + 1 });

function isArray(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every((item) => typeof item === 'string');
  } catch {
    return false;
  }
}
