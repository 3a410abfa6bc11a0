/**
 * The cheapest set of edits that meets every one of a list of ways: a smallest hitting set, by branch and bound. Exact while the bound on its work is not
 * reached. Source: Moreno-Centeno and Karp, "The implicit hitting set approach to solve combinatorial optimization problems", 2013.
 */

/** Edits that together meet every clause. */
export interface HittingSet {
  readonly chosen: ReadonlySet<number>;
  readonly cost: number;
  /** No cheaper one exists. */
  readonly isExact: boolean;
}

/**
 * @param clauses of each way the edits that close it, none empty. @param costOf of an edit, above zero.
 * @param mostBranches how many choices are tried before the best one so far is returned as not exact.
 */
export function smallestHittingSet(
  clauses: readonly (readonly number[])[],
  costOf: (edit: number) => number,
  mostBranches = 20_000,
): HittingSet {
  let best = greedy(clauses, costOf);
  let branches = 0;
  const search = (open: readonly (readonly number[])[], chosen: readonly number[], cost: number): void => {
    if (branches++ > mostBranches || cost + bound(open, costOf) >= best.cost) return;
    const [clause] = [...open].sort((a, b) => a.length - b.length);
    if (clause === undefined) {
      best = { chosen: new Set(chosen), cost };
      return;
    }
    // An edit that was tried is not tried again below those beside it.
    const tried = new Set<number>();
    for (const edit of [...clause].sort((a, b) => costOf(a) - costOf(b) || a - b)) {
      const left = open.filter((one) => !one.includes(edit)).map((one) => one.filter((other) => !tried.has(other)));
      if (left.every((one) => one.length > 0)) search(left, [...chosen, edit], cost + costOf(edit));
      tried.add(edit);
    }
  };
  search(clauses, [], 0);
  return { ...best, isExact: branches <= mostBranches };
}

/** What any hitting set costs at least: clauses that share no edit have to be met each. */
function bound(open: readonly (readonly number[])[], costOf: (edit: number) => number): number {
  const used = new Set<number>();
  let sum = 0;
  for (const clause of [...open].sort((a, b) => a.length - b.length)) {
    if (clause.some((edit) => used.has(edit))) continue;
    for (const edit of clause) used.add(edit);
    sum += Math.min(...clause.map(costOf));
  }
  return sum;
}

/** The edit that meets most for its cost, until all are met. */
function greedy(
  clauses: readonly (readonly number[])[],
  costOf: (edit: number) => number,
): Omit<HittingSet, 'isExact'> {
  const chosen = new Set<number>();
  let cost = 0;
  for (let open = clauses; open.length > 0; ) {
    const counts = new Map<number, number>();
    for (const clause of open) for (const edit of clause) counts.set(edit, (counts.get(edit) ?? 0) + 1);
    const [first] = [...counts].sort(([a, m], [b, n]) => n / costOf(b) - m / costOf(a) || a - b);
    if (first === undefined) break;
    chosen.add(first[0]);
    cost += costOf(first[0]);
    open = open.filter((clause) => !clause.includes(first[0]));
  }
  return { chosen, cost };
}
