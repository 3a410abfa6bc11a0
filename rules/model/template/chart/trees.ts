/** Templates as trees, read once for all renderings that hold the same text. Must not know what templates make. */
import { parse } from '../syntax/parser.ts';
import type { Tree } from '../syntax/tree.ts';

/** Characters of the texts whose trees are kept, once over: more than the templates of the largest charts. */
const most = 4_000_000;

/**
 * Trees that were asked for lately, and those before them: an order by use would be a map that is written with each question, whose discarded tables keep
 * all trees of before alive until the whole heap is collected.
 */
let recent = new Map<string, Tree>();
let older: ReadonlyMap<string, Tree> = new Map();
/** Characters of the recent ones. */
let kept = 0;

/** Reads a template; total. Texts that were read a short while ago are not read again. */
export function treeOf(text: string): Tree {
  const known = recent.get(text);
  if (known !== undefined) return known;
  const tree = older.get(text) ?? parse(text);
  if (kept + text.length > most) {
    older = recent;
    recent = new Map();
    kept = 0;
  }
  recent.set(text, tree);
  kept += text.length;
  return tree;
}

/** A text will hardly be asked for again, such as the one before the last key. */
export function forgetTree(text: string): void {
  if (recent.delete(text)) kept -= text.length;
}
