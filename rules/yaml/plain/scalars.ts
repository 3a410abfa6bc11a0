/** Reads scalars of plain YAML that are no blocks: without quotes over one or several lines, and in quotes that close in their line. */
import type { YamlScalar } from '../tree.ts';
import { type Cursor, colon, dash, hash, notPlain, question, space, tab } from './cursor.ts';

/** What cannot begin a plain scalar. A dash, a question mark and a colon cannot before a blank. */
const indicators = new Set([...',[]{}#&*!|>\'"%@`'].map((char) => char.charCodeAt(0)));
// One step for each stretch between escapes: an alternative for each character would overflow on long texts.
const doubleQuoted = /"[^"\\\r\n]*(?:\\["\\/ntr0][^"\\\r\n]*)*"/y;
const singleQuoted = /'[^'\r\n]*(?:''[^'\r\n]*)*'/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };

/** A scalar without quotes, and the deeper lines that go on with it. */
export function plainScalar(cursor: Cursor, column: number): YamlScalar {
  const start = cursor.at;
  const first = cursor.code(start);
  if (indicators.has(first)) throw notPlain;
  if ((first === dash || first === question || first === colon) && cursor.isBlank(start + 1)) throw notPlain;
  let text = plainLine(cursor);
  for (let blanks = goesOn(cursor, column); blanks >= 0; blanks = goesOn(cursor, column))
    text += (blanks === 0 ? ' ' : '\n'.repeat(blanks)) + plainLine(cursor);
  return { kind: 'scalar', start, end: cursor.at, style: 'plain', text };
}

/** The part of a plain scalar in this line. */
function plainLine(cursor: Cursor): string {
  const start = cursor.at;
  let end = start;
  for (let i = start; i < cursor.lineEnd; i++) {
    const code = cursor.code(i);
    if (code === space) {
      if (cursor.code(i + 1) === hash) break;
      continue;
    }
    if (code === tab || (code === colon && cursor.isBlank(i + 1))) throw notPlain;
    end = i + 1;
  }
  cursor.at = end;
  return cursor.text.slice(start, end);
}

/** Moves on to the next line if it goes on with a plain scalar. @returns how many blank lines lie between, or -1 if it does not. */
function goesOn(cursor: Cursor, column: number): number {
  for (let i = cursor.at; i < cursor.lineEnd; i++) if (cursor.code(i) === hash) return -1;
  let blanks = 0;
  let at = cursor.lineEnd + cursor.ending;
  for (; at < cursor.text.length; blanks++) {
    const start = at;
    while (cursor.code(at) === space) at++;
    if (cursor.code(at) === cursor.newline) {
      at += cursor.ending;
      continue;
    }
    if (at - start <= column || at >= cursor.text.length || cursor.code(at) === hash) return -1;
    cursor.at = at;
    cursor.lineEnd = cursor.endOfLine(at);
    return blanks;
  }
  return -1;
}

/** A scalar in quotes that close in this line; undefined where there are no quotes. */
export function quotedScalar(cursor: Cursor): YamlScalar | undefined {
  const start = cursor.at;
  const quote = cursor.text[start];
  if (quote !== '"' && quote !== "'") return undefined;
  const form = quote === '"' ? doubleQuoted : singleQuoted;
  form.lastIndex = start;
  if (!form.test(cursor.text)) throw notPlain;
  cursor.at = form.lastIndex;
  const inner = cursor.text.slice(start + 1, cursor.at - 1);
  const text =
    quote === "'"
      ? inner.replaceAll("''", "'")
      : inner.includes('\\')
        ? inner.replace(/\\(.)/g, (_, char: string) => escapes[char] ?? char)
        : inner;
  return { kind: 'scalar', start, end: cursor.at, style: quote === '"' ? 'double' : 'single', text };
}
