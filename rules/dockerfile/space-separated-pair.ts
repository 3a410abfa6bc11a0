import { buildkit, defineRule, dockerfile } from '../rule.ts';
import { replace } from '../text/edit.ts';

export default defineRule({
  id: 'space-separated-pair',
  subject: 'instruction',
  severity: 'info',
  profile: 'strict',
  fix: 'safe',
  tags: ['practice'],
  since: '0.1.0',
  title: 'ENV or LABEL has no equals sign',
  why: 'Without the sign the rest of the line is the value, spaces and all. The form is kept for old files alone.',
  remedy: 'Write `name=value`.',
  standards: [],
  aliases: [buildkit('LegacyKeyValueFormat')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim
        ENV PATH_TO /app
      `,
      dockerfile`
        FROM debian:13-slim
        LABEL team the shop
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        ENV PATH_TO=/app
      `,
      dockerfile`
        FROM debian:13-slim
        LABEL team="the shop"
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, words, pairs, argument } = instruction;
    if ((keyword !== 'ENV' && keyword !== 'LABEL') || words[0] === undefined || words[0].text.includes('=')) return;
    const [pair] = pairs;
    if (pair?.value === undefined) return;
    const { name, nameSpan, value } = pair;
    report(
      { anchor: nameSpan, path: `${instruction.path}.${name}` },
      `${keyword} ${name} is written without an equals sign.`,
      () => {
        // What this form takes as text, quotes would not.
        if (/["'\\`\n]/.test(value)) return { refused: 'The value has quotes of its own; write it by hand.' };
        return {
          title: 'Write an equals sign',
          edits: [replace(argument.span, `${name}=${/\s/.test(value) ? `"${value}"` : value}`)],
        };
      },
    );
  },
});
