/** What searches for the fewest edits are held against: every set of edits, tried one after the other. */

/** @returns whole numbers below a bound, the same for the same seed (a linear congruential generator, Numerical Recipes). */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** @returns what the cheapest set of edits costs that does it; undefined where none does. */
export function cheapest(costs: readonly number[], does: (made: ReadonlySet<number>) => boolean): number | undefined {
  let best: number | undefined;
  for (let bits = 0; bits < 1 << costs.length; bits++) {
    const made = new Set(costs.flatMap((_, edit) => ((bits & (1 << edit)) === 0 ? [] : [edit])));
    const cost = [...made].reduce((sum, edit) => sum + (costs[edit] ?? 0), 0);
    if ((best === undefined || cost < best) && does(made)) best = cost;
  }
  return best;
}
