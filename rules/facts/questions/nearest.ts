/**
 * Which one of several objects of one name is meant: applications of one repository often call theirs alike, and kustomize keeps them apart by
 * prefixes. The one that lies nearest, by folders.
 */
import type { FactRef } from '../fact.ts';

type Candidate = { readonly ref: FactRef };

/** By the beginning of their paths, a folder longer each time; each list is asked about for many files. */
const known = new WeakMap<readonly Candidate[], ReadonlyMap<string, readonly Candidate[]>>();

/** Those that share the longest way from the root with `ref`; the same file is nearest. @param candidates the same list where the same is asked again. */
export function nearest<T extends Candidate>(ref: FactRef, candidates: readonly T[]): readonly T[] {
  if (candidates.length < 2) return candidates;
  let byBeginning = known.get(candidates);
  if (byBeginning === undefined) {
    byBeginning = beginningsOf(candidates);
    known.set(candidates, byBeginning);
  }
  for (const beginning of beginnings(ref)) {
    const found = byBeginning.get(beginning);
    if (found !== undefined) return found as readonly T[];
  }
  return candidates;
}

function beginningsOf(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const found = new Map<string, Candidate[]>();
  for (const candidate of candidates)
    for (const beginning of beginnings(candidate.ref)) {
      const alike = found.get(beginning);
      if (alike === undefined) found.set(beginning, [candidate]);
      else alike.push(candidate);
    }
  return found;
}

/** The path of a file, then the folders that it lies in, the innermost first. */
function beginnings({ file }: FactRef): readonly string[] {
  const found = [`${file}/`];
  for (let at = file.lastIndexOf('/'); at >= 0; at = file.lastIndexOf('/', at - 1)) {
    found.push(file.slice(0, at + 1));
    if (at === 0) break;
  }
  return found;
}

/** Equal for equal answers about the same candidates, which are all that begin alike. */
export function listKey([first, ...others]: readonly Candidate[]): string {
  return first === undefined ? '' : `${first.ref.file} ${first.ref.ordinal} ${others.length}`;
}
