/**
 * Where things stand in a document's text: columns, dashes, the real end of a node. Read-only; edits are built on it.
 */
import { lineEnd, lineStart, nextLine } from '../text/source.ts';
import type { YamlNode, YamlPair, YamlSequence } from './tree.ts';

/** Zero-based column in UTF-16 units; a byte order mark takes none. */
export function columnOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0);
}

/** Offset just after the colon of a pair; the end of the key where a flow map holds a key alone. */
export function afterColon(text: string, pair: YamlPair): number {
  const colon = /[ \t\r\n]*:/y;
  colon.lastIndex = pair.key.end;
  return colon.test(text) ? colon.lastIndex : pair.key.end;
}

export function endOfPair(text: string, pair: YamlPair): number {
  return pair.value === null ? afterColon(text, pair) : endOfNode(text, pair.value);
}

/** Where the last character of a node's content ends; a block collection's own range reaches into the lines below it. */
export function endOfNode(text: string, node: YamlNode): number {
  if (node.kind === 'map' && !node.flow) {
    const last = node.pairs.at(-1);
    return last === undefined ? node.end : endOfPair(text, last);
  }
  if (node.kind === 'sequence' && !node.flow) {
    const last = node.items.findLast((item) => item !== null);
    return last === undefined || last === null ? node.end : endOfNode(text, last);
  }
  if (
    node.kind === 'scalar' &&
    node.style === 'block' &&
    /^[|>][0-9]?\+/.test(text.slice(node.start, node.start + 3))
  ) {
    // `|+` keeps the blank lines that follow; whatever is written before them would take them away from the scalar.
    let end = node.end;
    for (
      let next = /^(?:\r?\n[ \t]*)(?=\r?\n)/.exec(text.slice(end));
      next !== null;
      next = /^(?:\r?\n[ \t]*)(?=\r?\n)/.exec(text.slice(end))
    )
      end += next[0].length;
    return end;
  }
  return node.end;
}

/** Offsets of the dashes of a block list, one for each item. */
export function dashesOf(text: string, list: YamlSequence): readonly number[] {
  const dashes: number[] = [];
  const column = columnOf(text, list.start);
  let from = list.start;
  for (const item of list.items) {
    // The first dash may stand behind another one; the others begin their line.
    const dash = dashes.length === 0 ? from : dashBelow(text, from, column);
    dashes.push(dash);
    from = item === null ? dash + 1 : endOfNode(text, item);
  }
  return dashes;
}

/** The next line that begins with a dash at a column. */
function dashBelow(text: string, from: number, column: number): number {
  for (let at = nextLine(text, from); at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (line.search(/[^ ]/) === column && line[column] === '-') return at + column;
  }
  return from;
}

/** Whether a pair is written as `? key`, which the edit builders do not touch. Looks no further back than the words right before the key. */
export function isExplicitKey(text: string, pair: YamlPair): boolean {
  for (let at = pair.key.start; ; ) {
    const end = backWhile(text, at, isBlank);
    if (end === at) return false;
    const start = backWhile(text, end, (character) => !/\s/.test(character));
    if (end - start === 1 && text[start] === '?') return true;
    // An anchor or a tag of the key.
    if (text[start] !== '&' && text[start] !== '!') return false;
    at = start;
  }
}

const isBlank = (character: string): boolean => character !== '\n' && /\s/.test(character);

/** The first of the characters right before an offset that all are so. */
function backWhile(text: string, offset: number, is: (character: string) => boolean): number {
  let at = offset;
  while (at > 0 && is(text.charAt(at - 1))) at--;
  return at;
}
