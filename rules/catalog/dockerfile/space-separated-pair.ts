import { debian } from '../../contract/example.ts';
import type { FixOffer } from '../../contract/finding.ts';
import { buildkit, defineRule } from '../../contract/rule.ts';
import type { Dockerfile } from '../../model/dockerfile/file.ts';
import type { Pair } from '../../model/dockerfile/instruction.ts';
import { splitWords } from '../../model/dockerfile/words.ts';
import { insert, replace } from '../../text/edit.ts';

export default defineRule({
  id: 'space-separated-pair',
  subject: 'instruction',
  severity: 'info',
  profile: 'strict',
  // The builder reads one word alike in both forms, and several without quotes and escapes as it does inside quotes.
  fix: 'safe',
  tags: ['practice'],
  title: 'ENV or LABEL has no equals sign',
  why: 'Without the sign the rest of the line is the value, spaces and all. The form is kept for old files alone.',
  remedy: 'Write `name=value`.',
  aliases: [buildkit('LegacyKeyValueFormat')],
  examples: {
    bad: [
      debian`
      - ENV PATH_TO /app
      + ENV PATH_TO=/app
      `,
      debian`
      - LABEL team the shop
      + LABEL team="the shop"
      `,
    ],
    good: [],
  },

  check(instruction, report) {
    const { keyword, words, pairs, stage } = instruction;
    if ((keyword !== 'ENV' && keyword !== 'LABEL') || words[0] === undefined || words[0].text.includes('=')) return;
    const [pair] = pairs;
    if (pair?.value === undefined) return;
    const { name, nameSpan } = pair;
    report(
      { anchor: nameSpan, path: `${instruction.path}.${name}` },
      `Written without an equals sign: ${keyword} ${name}.`,
      () => withSign(stage.file, pair),
    );
  },
});

/** Only the gap is written anew: continuations inside the value join its lines in quotes as they do without. */
function withSign({ text, escape }: Dockerfile, { nameSpan, value = '', valueSpan }: Pair): FixOffer {
  // One word is read alike in both forms, quotes and all; of several, quotes would change what they hold.
  const isWord = splitWords(value, 0).length === 1 && (escape === '\\' || !/\s/.test(value));
  if (
    valueSpan === undefined ||
    (!isWord && /["'\\`\n]/.test(value)) ||
    /["'\\`$]/.test(text.slice(nameSpan.start, nameSpan.end))
  )
    return { refused: 'The value has quotes or escapes of its own; write it by hand.' };
  const gap = { start: nameSpan.end, end: valueSpan.start };
  if (text.slice(gap.start, gap.end).includes('#'))
    return { refused: 'A comment is between name and value; write it by hand.' };
  const quote = isWord ? '' : '"';
  return {
    title: 'Write an equals sign',
    edits: [replace(gap, `=${quote}`), ...(quote === '' ? [] : [insert(valueSpan.end, quote)])],
  };
}
