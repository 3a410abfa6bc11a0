/** Templates as trees, read once for all renderings that hold the same text. Must not know what templates make. */
import { parse } from '../syntax/parser.ts';
import type { Tree } from '../syntax/tree.ts';

/** Characters of all texts whose trees are kept: more than the templates of the largest charts. */
const most = 4_000_000;

/** The one that was asked for last stands last. */
const trees = new Map<string, Tree>();
let kept = 0;

/** Reads a template; total. Texts that were read a short while ago are not read again. */
export function treeOf(text: string): Tree {
  const tree = trees.get(text) ?? parse(text);
  forgetTree(text);
  trees.set(text, tree);
  kept += text.length;
  for (const oldest of trees.keys()) {
    if (kept <= most) break;
    forgetTree(oldest);
  }
  return tree;
}

/** A text will hardly be asked for again, such as the one before the last key. */
export function forgetTree(text: string): void {
  if (trees.delete(text)) kept -= text.length;
}
