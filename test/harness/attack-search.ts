/** What searches for the fewest edits are held against: every set of edits, tried one after the other; and graphs of a few vertices to hold them on. */
import { Arrows } from '../../rules/facts/attack/arrows.ts';
import { type Assumption, type Cut, cutAt } from '../../rules/facts/attack/edge.ts';
import type { Graph } from '../../rules/facts/attack/graph.ts';
import { Edits, narrowed, type Part } from '../../rules/facts/attack/search.ts';

/** An arrow that a test draws. */
export interface Drawn {
  readonly from: number;
  readonly to: number;
  readonly assumes: readonly Assumption[];
  readonly cuts: readonly Cut[];
}

/** @returns a graph of these vertices and arrows. */
export function graphOfDrawn(names: readonly string[], drawn: readonly Drawn[]): Graph {
  const arrows = new Arrows();
  for (const { from, to, assumes, cuts } of drawn) {
    const step = { edge: '', from: names[from] ?? '', to: names[to] ?? '', assumes, cuts, at: undefined };
    arrows.add(from, to, step);
  }
  return {
    ...{ terrain: undefined as never, names, arrows },
    from: arrows.indexed('tails', names.length),
    into: arrows.indexed('heads', names.length),
    numberOf: (name) => names.indexOf(name),
    numbersOf: (name) => [names.indexOf(name)],
  };
}

/** Edits by chance, at places of one object. */
export const cutsByChance = (count: number, random: (below: number) => number): readonly Cut[] => {
  const fact = { apiVersion: '', kind: '', name: '', namespace: undefined, ref: { file: 'a', ordinal: 0 } };
  return Array.from({ length: count }, (_, i) => cutAt('mount', fact, `p${i}`, `edit ${i}`, 1 + random(4)));
};

/** All of a graph, with numbers of edits as they are in a list. */
export function wholeOf(graph: Graph, cuts: readonly Cut[]): Part {
  const edits = new Edits();
  for (const cut of cuts) edits.numberOf(cut);
  const every = graph.names.map((_, vertex) => vertex);
  return narrowed(graph, every, new Set(every), { mask: -1, made: new Set() }, edits);
}

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
