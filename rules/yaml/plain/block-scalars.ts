/** Reads literal and folded blocks of plain YAML. */
import type { YamlScalar } from '../tree.ts';
import { type Cursor, notPlain, space } from './cursor.ts';

const blockHeader = /([|>])(-?) *(?=\r?\n)/y;

/** A literal or folded block; undefined where none begins. */
export function blockScalar(cursor: Cursor, column: number): YamlScalar | undefined {
  const start = cursor.at;
  blockHeader.lastIndex = start;
  const header = blockHeader.exec(cursor.text);
  if (header === null) return undefined;
  const lines = blockLines(cursor, column);
  const end = cursor.end;
  const text = header[1] === '|' ? lines.join('\n') : folded(lines);
  const last = lines.length === 0 ? cursor.lineEnd : cursor.text[end - 1] === '\n' ? end - cursor.ending : end;
  cursor.comments = -1;
  cursor.skip(end, -1);
  return {
    kind: 'scalar',
    start,
    end: last,
    style: 'block',
    text: header[2] === '-' || lines.length === 0 ? text : `${text}\n`,
  };
}

/** The lines of a block without their indentation; blank ones behind the last are no part of it. */
function blockLines(cursor: Cursor, column: number): string[] {
  const lines: string[] = [];
  const { length } = cursor.text;
  let at = cursor.lineEnd + cursor.ending;
  let indent = -1;
  let kept = 0;
  while (at < length) {
    const start = at;
    while (cursor.code(at) === space) at++;
    const depth = at - start;
    const end = cursor.endOfLine(at);
    if (at === end) {
      // Blank lines that are longer than the indentation are text, or wrong, or neither.
      if (end === length || (indent >= 0 ? depth > indent : depth > 0)) throw notPlain;
      lines.push('');
    } else {
      if (indent < 0 && depth <= column) {
        // Nothing stands in it; the full reader gives it one of the blank lines.
        cursor.end = cursor.lineEnd + cursor.ending * (lines.length === 0 ? 1 : 2);
        return [];
      }
      if (indent < 0) indent = depth;
      if (depth < indent) break;
      lines.push(cursor.text.slice(start + indent, end));
      kept = lines.length;
      cursor.end = Math.min(end + cursor.ending, length);
    }
    at = end + cursor.ending;
  }
  if (kept === 0) throw notPlain;
  lines.length = kept;
  return lines;
}

/** Lines become one, except around blank ones and those that are indented further. */
function folded(lines: readonly string[]): string {
  let text = '';
  let separator = '';
  let indented = false;
  for (const line of lines) {
    if (line === '') {
      if (separator !== ' ') text += '\n';
      else separator = '\n';
    } else if (line.startsWith(' ') || line.startsWith('\t')) {
      if (separator === ' ') separator = '\n';
      else if (separator === '\n' && !indented) separator = '\n\n';
      text += separator + line;
      separator = '\n';
      indented = true;
    } else {
      text += separator + line;
      separator = ' ';
      indented = false;
    }
  }
  return text;
}
