/**
 * Which one of several objects of one name is meant: applications of one repository often call theirs alike, and kustomize keeps them apart by
 * prefixes. The one that lies nearest, by folders.
 */
import type { FactRef } from '../fact.ts';

/** Those that share the longest way from the root with `ref`; the same file is nearest. */
export function nearest<T extends { readonly ref: FactRef }>(ref: FactRef, candidates: readonly T[]): readonly T[] {
  if (candidates.length < 2) return candidates;
  const own = ref.file.split('/');
  const shared = candidates.map((candidate) => {
    const path = candidate.ref.file.split('/');
    const differs = path.findIndex((part, i) => part !== own[i]);
    return differs < 0 ? path.length : differs;
  });
  const most = Math.max(...shared);
  return candidates.filter((_, i) => shared[i] === most);
}
