/** Reads maps and sequences of plain YAML in brackets, over one or several lines; JSON is made of them. */
import { keyText } from '../scalar.ts';
import type { YamlMap, YamlNode, YamlPair, YamlSequence } from '../tree.ts';
import { type Cursor, depthLimit, notPlain } from './cursor.ts';
import { quotedScalar } from './scalars.ts';

/** A scalar without quotes between brackets. */
const flowScalar = /(?:[A-Za-z0-9_./$=<+~^(]|-[A-Za-z0-9-])[^,[\]{}:#\s]*(?: +[^,[\]{}:#\s]+)*/y;
const flowKey = /[A-Za-z0-9_./$][A-Za-z0-9_./$-]*(?=: )/y;

/**
 * A map or sequence in brackets; undefined where there is no bracket.
 * @param column of the collection that it is a value of, -1 for the root.
 */
export function flowCollection(cursor: Cursor, column: number, depth: number): YamlMap | YamlSequence | undefined {
  const start = cursor.at;
  const bracket = cursor.text[start];
  if (bracket !== '[' && bracket !== '{') return undefined;
  if (depth > depthLimit) throw notPlain;
  const pairs: YamlPair[] = [];
  const items: YamlNode[] = [];
  cursor.at++;
  cursor.skipLines(column);
  const close = bracket === '[' ? ']' : '}';
  if (cursor.text[cursor.at] !== close) {
    for (;;) {
      if (bracket === '[') items.push(flowValue(cursor, column, depth));
      else pairs.push(flowPair(cursor, column, depth));
      cursor.skipLines(column);
      if (cursor.text[cursor.at] === close) break;
      cursor.pass(',');
      cursor.skipLines(column);
    }
  }
  const end = cursor.at + 1;
  cursor.at = end;
  return bracket === '['
    ? { kind: 'sequence', start, end, flow: true, items }
    : { kind: 'map', start, end, flow: true, pairs };
}

function flowPair(cursor: Cursor, column: number, depth: number): YamlPair {
  const start = cursor.at;
  let key = quotedScalar(cursor);
  if (key === undefined) {
    flowKey.lastIndex = start;
    if (!flowKey.test(cursor.text)) throw notPlain;
    cursor.at = flowKey.lastIndex;
    key = cursor.scalar('plain', start, cursor.at);
  }
  cursor.pass(':');
  return { key, name: keyText(key), value: flowValue(cursor, column, depth) };
}

function flowValue(cursor: Cursor, column: number, depth: number): YamlNode {
  const start = cursor.at;
  const node = quotedScalar(cursor) ?? flowCollection(cursor, column, depth + 1);
  if (node !== undefined) return node;
  flowScalar.lastIndex = start;
  if (!flowScalar.test(cursor.text) || flowScalar.lastIndex > cursor.lineEnd) throw notPlain;
  cursor.at = flowScalar.lastIndex;
  return cursor.scalar('plain', start, cursor.at);
}
