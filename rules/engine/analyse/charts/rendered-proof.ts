/** Whether a chart renders, after an edit, to what it did before and what changes say, and to nothing else. Must not know what was edited. */
import type { Change } from '../../../yaml/change.ts';
import type { Field } from '../../../yaml/field.ts';
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
  const ends = changes.flatMap((change) => (change.kind === 'document' ? [] : [endOf(change.field)]));
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

/** Keys to what a change writes, from the one that holds it: of what is missing, from the one that is there. */
export function endOf(field: Field): KeyPath {
  let length = 2;
  for (let at: Field | undefined = field; at?.parent?.present === false; at = at.parent) length++;
  return keysTo(field).slice(-length);
}

/** Each value that differs is below the end of a change, or is the empty map that a change fills or leaves. */
export function isChangedBy(before: YamlDocument, after: YamlDocument, ends: readonly KeyPath[]): boolean {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  if (old === undefined || now === undefined || after.problems.length > 0) return false;
  return differing(old, now).every((path) => {
    const isEmpty = [old, now].every((leaves) => /^(?:\{\}|\[\]|null)?$/.test(leaves.get(JSON.stringify(path)) ?? ''));
    return ends.some((end) => leadsThrough(path, end) || (isEmpty && end.length > 1 && path.at(-1) === end[0]));
  });
}

const leadsThrough = (path: KeyPath, end: KeyPath): boolean =>
  path.some((_, i) => end.every((key, j) => path[i + j] === key));
