import type { Pair } from '../model/dockerfile/instruction.ts';
import { buildkit, defineRule, dockerfile, type FixOffer } from '../rule.ts';
import { insert, replace } from '../text/edit.ts';

export default defineRule({
  id: 'space-separated-pair',
  subject: 'instruction',
  severity: 'info',
  profile: 'strict',
  // Without quotes and escapes in it the builder reads the same value, variables and all, inside quotes.
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
    const { keyword, words, pairs, stage } = instruction;
    if ((keyword !== 'ENV' && keyword !== 'LABEL') || words[0] === undefined || words[0].text.includes('=')) return;
    const [pair] = pairs;
    if (pair?.value === undefined) return;
    const { name, nameSpan } = pair;
    report(
      { anchor: nameSpan, path: `${instruction.path}.${name}` },
      `${keyword} ${name} is written without an equals sign.`,
      () => withSign(stage.file.text, pair),
    );
  },
});

/** Only the gap is written anew: continuations inside the value join its lines in quotes as they do without. */
function withSign(text: string, { nameSpan, value = '', valueSpan }: Pair): FixOffer {
  // What this form takes as text, quotes would not.
  if (valueSpan === undefined || /["'\\`\n]/.test(value) || /["'\\`$]/.test(text.slice(nameSpan.start, nameSpan.end)))
    return { refused: 'The value has quotes or escapes of its own; write it by hand.' };
  const gap = { start: nameSpan.end, end: valueSpan.start };
  if (text.slice(gap.start, gap.end).includes('#'))
    return { refused: 'A comment stands between name and value; write it by hand.' };
  const quote = /\s/.test(value) ? '"' : '';
  return {
    title: 'Write an equals sign',
    edits: [replace(gap, `=${quote}`), ...(quote === '' ? [] : [insert(valueSpan.end, quote)])],
  };
}
