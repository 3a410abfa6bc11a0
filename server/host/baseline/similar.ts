/** How alike two texts are, to tell a file that was renamed from one that is new. */

/** Git's own bound: a file that shares half of its text with one that is gone is that one. Source: git-diff(1), `--find-renames`. */
export const leastSimilar = 0.5;

/** More pairs are not compared. */
const mostPairs = 100_000;

/** @returns the part of the larger text that both share, by whole lines, from 0 to 1. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const counts = new Map<string, number>();
  for (const line of a.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of b.split('\n')) {
    const count = counts.get(line) ?? 0;
    if (count === 0) continue;
    counts.set(line, count - 1);
    shared += line.length + 1;
  }
  return shared / (Math.max(a.length, b.length) + 1);
}

/**
 * Pairs what is gone with what is new, the most alike first, each once.
 * @param scoreOf how alike two are. @param least what is less alike is no pair.
 */
export function pairs<G, N>(
  gone: readonly G[],
  added: readonly N[],
  scoreOf: (gone: G, added: N) => number,
  least: number,
): ReadonlyMap<N, G> {
  const found = new Map<N, G>();
  if (gone.length * added.length > mostPairs) return found;
  const scored = added
    .flatMap((to) => gone.map((from) => ({ from, to, score: scoreOf(from, to) })))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score);
  const taken = new Set<G>();
  for (const { from, to } of scored) {
    if (found.has(to) || taken.has(from)) continue;
    found.set(to, from);
    taken.add(from);
  }
  return found;
}
