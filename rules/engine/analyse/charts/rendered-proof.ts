/** Whether a chart renders, after an edit, to what it did before and what changes say, and to nothing else. Must not know what was edited. */
import type { Change } from '../../../yaml/change.ts';
import type { YamlDocument } from '../../../yaml/tree.ts';
import { differing, type KeyPath, keysTo, leavesOf } from './leaves.ts';
import type { RenderedDocument, Rendering } from './rendering.ts';

/**
 * @param place the document that the changes are of. Others may change in the same way, such as those of a loop.
 * @returns whether each difference is one that the changes make, and they make one of the document.
 */
export function isAsSaid(
  before: Rendering,
  after: Rendering,
  place: RenderedDocument,
  changes: readonly Change[],
): boolean {
  if (after.refused.size > before.refused.size || after.templates.size !== before.templates.size) return false;
  const ends = changes.flatMap((change) => (change.kind === 'document' ? [] : [keysTo(change.field).slice(-2)]));
  let isMade = false;
  for (const [path, { documents }] of before.templates) {
    const now = after.templates.get(path)?.documents ?? [];
    if (now.length !== documents.length) return false;
    for (const [i, { document }] of documents.entries()) {
      const then = (now[i] as RenderedDocument).document;
      if (then.text === document.text) continue;
      if (!isChangedBy(document, then, ends)) return false;
      isMade ||= document === place.document;
    }
  }
  return isMade;
}

function isChangedBy(before: YamlDocument, after: YamlDocument, ends: readonly KeyPath[]): boolean {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  if (old === undefined || now === undefined || after.problems.length > 0) return false;
  return differing(old, now).every((path) => ends.some((end) => isOf(path, end)));
}

/** Whether a path leads through the end of a change, or to the empty map that the change fills. */
function isOf(path: KeyPath, end: KeyPath): boolean {
  const holder = end.slice(0, -1);
  if (holder.length > 0 && endsWith(path, holder)) return true;
  return path.some((_, i) => end.every((key, j) => path[i + j] === key));
}

const endsWith = (path: KeyPath, end: KeyPath): boolean =>
  end.every((key, i) => path[path.length - end.length + i] === key);
