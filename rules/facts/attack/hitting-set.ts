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
  /** How many choices were tried. */
  readonly branches: number;
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
  const needed = reduced(clauses, costOf);
  let best = greedy(needed, costOf);
  let branches = 0;
  const search = (open: readonly (readonly number[])[], chosen: readonly number[], cost: number): void => {
    if (branches++ >= mostBranches || cost + bound(open, costOf) >= best.cost) return;
    const clause = open.reduce((least, one) => (one.length < least.length ? one : least), open[0] ?? []);
    if (open.length === 0) {
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
  search(needed, [], 0);
  return { ...best, isExact: branches <= mostBranches, branches };
}

/**
 * The same problem with less in it: a clause that holds another one is met with it, and an edit is not needed that meets no more than one which costs no
 * more. The costs of the best sets stay the same.
 */
function reduced(
  clauses: readonly (readonly number[])[],
  costOf: (edit: number) => number,
): readonly (readonly number[])[] {
  let needed = clauses;
  for (let size = -1; size !== sizeOf(needed); ) {
    size = sizeOf(needed);
    needed = withoutDominated(withoutSupersets(needed), costOf);
  }
  return needed;
}

const sizeOf = (clauses: readonly (readonly number[])[]): number =>
  clauses.reduce((sum, { length }) => sum + length + 1, 0);

function withoutSupersets(clauses: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const kept: ReadonlySet<number>[] = [];
  for (const clause of [...clauses].sort((a, b) => a.length - b.length)) {
    const own = new Set(clause);
    if (!kept.some((other) => [...other].every((edit) => own.has(edit)))) kept.push(own);
  }
  return kept.map((clause) => [...clause]);
}

function withoutDominated(
  clauses: readonly (readonly number[])[],
  costOf: (edit: number) => number,
): readonly (readonly number[])[] {
  const meets = new Map<number, Set<number>>();
  for (const [i, clause] of clauses.entries())
    for (const edit of clause) meets.set(edit, (meets.get(edit) ?? new Set()).add(i));
  const isDominated = (edit: number): boolean => {
    const own = meets.get(edit) ?? new Set();
    const [first = 0] = own;
    return (clauses[first] ?? []).some((other) => {
      const its = meets.get(other) ?? new Set();
      if (other === edit || costOf(other) > costOf(edit) || its.size < own.size) return false;
      // Of two that are alike the first one stays.
      if (costOf(other) === costOf(edit) && its.size === own.size && other > edit) return false;
      return [...own].every((clause) => its.has(clause));
    });
  };
  const gone = new Set([...meets.keys()].filter(isDominated));
  return clauses.map((clause) => clause.filter((edit) => !gone.has(edit)));
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
): Pick<HittingSet, 'chosen' | 'cost'> {
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
