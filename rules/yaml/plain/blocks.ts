/** Reads block maps and block sequences of plain YAML, and finds where they end for the full reader. */
import { keyText } from '../scalar.ts';
import type { YamlMap, YamlNode, YamlPair, YamlScalar, YamlSequence } from '../tree.ts';
import { blockScalar } from './block-scalars.ts';
import { type Cursor, colon, depthLimit, notPlain } from './cursor.ts';
import { flowCollection } from './flow.ts';
import { plainScalar, quotedScalar } from './scalars.ts';

/** A key without quotes, its colon included. Others exist, and are rare. */
const plainKey = /[A-Za-z0-9_./$<][^\s:#"'`,[\]{}&*!|>%@]*:(?=[ \r\n]|$)/y;

/** A collection that begins where reading stands, in the column that the cursor is in. */
export function blockCollection(cursor: Cursor, depth: number): YamlMap | YamlSequence {
  if (depth > depthLimit) throw notPlain;
  return cursor.isDash() ? blockSequence(cursor, cursor.column, depth) : blockMap(cursor, cursor.column, depth);
}

function blockMap(cursor: Cursor, column: number, depth: number): YamlMap {
  const start = cursor.at;
  const pairs: YamlPair[] = [];
  do {
    const key = blockKey(cursor);
    pairs.push({ key, name: keyText(key), value: valueOfKey(cursor, column, depth) });
  } while (cursor.column === column && !cursor.isDash());
  const end = cursor.end;
  leave(cursor, column);
  return { kind: 'map', start, end, flow: false, pairs };
}

function blockSequence(cursor: Cursor, column: number, depth: number): YamlSequence {
  const start = cursor.at;
  const items: (YamlNode | null)[] = [];
  do items.push(blockItem(cursor, column, depth));
  while (cursor.column === column && cursor.isDash());
  const end = cursor.end;
  leave(cursor, column);
  return { kind: 'sequence', start, end, flow: false, items };
}

/** Comments below a collection stay in it, and make it longer for what is around it, if one of them stands as deep as it does. */
function leave(cursor: Cursor, column: number): void {
  if (column === 0 || cursor.comments < column) return;
  cursor.end = cursor.at;
  cursor.comments = -1;
}

/** Reads a key and its colon. */
function blockKey(cursor: Cursor): YamlScalar {
  const start = cursor.at;
  const quoted = quotedScalar(cursor);
  if (quoted !== undefined) {
    if (cursor.code(cursor.at) !== colon || !cursor.isBlank(cursor.at + 1)) throw notPlain;
    cursor.at++;
    return quoted;
  }
  plainKey.lastIndex = start;
  if (!plainKey.test(cursor.text)) throw notPlain;
  cursor.at = plainKey.lastIndex;
  return cursor.scalar('plain', start, cursor.at - 1);
}

/** @param column of the map. */
function valueOfKey(cursor: Cursor, column: number, depth: number): YamlNode | null {
  cursor.skipSpaces();
  if (cursor.says()) return valueInLine(cursor, column);
  cursor.comments = -1;
  return valueBelow(cursor, column, true, depth);
}

/** @param column of the sequence, where its dashes stand. */
function blockItem(cursor: Cursor, column: number, depth: number): YamlNode | null {
  const start = cursor.at;
  cursor.at++;
  cursor.skipSpaces();
  if (!cursor.says()) return valueBelow(cursor, column, false, depth);
  plainKey.lastIndex = cursor.at;
  if (!cursor.isDash() && !plainKey.test(cursor.text)) return valueInLine(cursor, column);
  cursor.column += cursor.at - start;
  return blockCollection(cursor, depth + 1);
}

/** What stands in the lines below a key or a dash that is followed by nothing but perhaps a comment. */
function valueBelow(cursor: Cursor, column: number, ofKey: boolean, depth: number): YamlNode | null {
  const end = cursor.at;
  // Comments above a dash count too: the full reader gives them to what the dash begins.
  const commented = cursor.comments >= 0 || cursor.at < cursor.lineEnd;
  cursor.comments = -1;
  cursor.skip(cursor.lineEnd + cursor.ending, -1);
  if (cursor.column > column && isBracket(cursor)) return valueInLine(cursor, column);
  if (cursor.column > column || (ofKey && cursor.column === column && cursor.isDash()))
    return blockCollection(cursor, depth + 1);
  const isCommented = commented || cursor.comments >= 0;
  // Whose the comments around an item that is missing are is the one thing that is not worth doing twice.
  if (isCommented && !ofKey) throw notPlain;
  // A missing value takes all comments up to the next thing that is said.
  cursor.end = isCommented ? cursor.at : end;
  cursor.comments = -1;
  return null;
}

const isBracket = ({ text, at }: Cursor): boolean => text[at] === '{' || text[at] === '[';

/** A value that begins in this line, as a part of the collection at the column. */
function valueInLine(cursor: Cursor, column: number): YamlNode {
  const block = blockScalar(cursor, column);
  if (block !== undefined) return block;
  const node = quotedScalar(cursor) ?? flowCollection(cursor, column, 0) ?? plainScalar(cursor, column);
  cursor.finishLine();
  cursor.comments = -1;
  cursor.skip(cursor.end, column);
  return node;
}
