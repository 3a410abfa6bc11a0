/**
 * Which entry of a block a comment speaks of. A comment set in deeper than an entry belongs to what is inside it; one that stands directly above an
 * entry, with no blank line between, belongs to that entry; one at the end of a block stays at its end.
 */
import { lineEnd, lineStart, nextLine } from '../../text/source.ts';
import { columnOf, endOfNode, endOfPair } from '../layout.ts';
import type { YamlNode, YamlPair } from '../tree.ts';

/**
 * Where a line that follows an entry goes: the end of its last line, or of the last comment below it that belongs to what is inside.
 * @param end offset where the entry's content ends.
 * @param column that the entries of its block begin at.
 * @param listed the entry's value is a list whose dashes stand at that very column, so that `# - item` there belongs to the list.
 */
function endOfEntry(text: string, end: number, column: number, listed = false): number {
  let reached = lineEnd(text, end);
  for (let at = nextLine(text, end); at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    const depth = line.search(/[^ \t]/);
    if (depth < 0) continue;
    if (line[depth] !== '#') break;
    if (depth < column || (depth === column && !(listed && isListed(line)))) break;
    reached = at + line.length;
  }
  return reached;
}

const isListed = (line: string): boolean => /^[ \t]*#+[ \t]*-(?:[ \t]|$)/.test(line);

/** The same for a pair of a block map whose keys begin at `column`. */
export function endOfBlockPair(text: string, pair: YamlPair, column: number): number {
  const { value } = pair;
  const listed = value?.kind === 'sequence' && !value.flow && columnOf(text, value.start) === column;
  return endOfEntry(text, endOfPair(text, pair), column, listed);
}

/** The same for an item of a block list whose dashes stand at `column`. */
export function endOfBlockItem(text: string, item: YamlNode, column: number): number {
  return endOfEntry(text, endOfNode(text, item), column);
}

/**
 * Start of the first line that belongs to an entry: of the comments directly above it, or its own.
 * @param start offset of the entry.
 * @param floor nothing above this offset belongs to it: the end of the entry before it, or of the key that the block belongs to.
 */
export function startOfEntry(text: string, start: number, floor: number): number {
  const column = columnOf(text, start);
  let first = lineStart(text, start);
  const limit = nextLine(text, floor);
  while (first > limit) {
    const above = lineStart(text, first - 1);
    const line = text.slice(above, first);
    const depth = line.search(/[^ \t\r\n]/);
    if (line[depth] !== '#' || depth > column) break;
    first = above;
  }
  return first;
}
