/**
 * The fewest edits that close every way: the smallest hitting set of the ways found so far, then a way that it leaves open, until there is none. Source:
 * Moreno-Centeno and Karp, "The implicit hitting set approach to solve combinatorial optimization problems", 2013.
 */
import type { Cut } from './edge.ts';
import type { Arrow, Graph } from './graph.ts';
import { smallestHittingSet } from './hitting-set.ts';
import { shortestWay } from './search.ts';

/** One way. */
export interface Way {
  readonly entry: string;
  readonly target: string;
  readonly arrows: readonly Arrow[];
  /** Bits of what it assumes. */
  readonly mask: number;
}

/** An edit that is proposed. */
export interface Edit {
  readonly cut: Cut;
  /** How many of the ways that are shown it closes by itself. */
  readonly closes: number;
  /** Edits that close the same ways for the same cost. */
  readonly equals: readonly Cut[];
}

/** What is found of them. */
export interface FewestEdits {
  readonly ways: readonly Way[];
  readonly edits: readonly Edit[];
  /** No smaller set of edits closes them all. */
  readonly isFewest: boolean;
  /** Ways that no edit of these files closes. */
  readonly uncloseable: number;
}

/** Most rounds in which edits are looked for. */
const mostRounds = 200;

/** Where ways begin. */
export interface Entry {
  readonly vertex: number;
  /** What leads there from outside, one of which a way begins with; none for what is given. */
  readonly arrows: readonly Arrow[];
}

/** Arrows as a way. @param source where they begin, what leads in from outside left out. */
export function wayOf({ names }: Graph, source: number, target: number, arrows: readonly Arrow[]): Way {
  const mask = arrows.reduce((bits, arrow) => bits | arrow.mask, 0);
  return { entry: names[source] ?? '', target: names[target] ?? '', arrows, mask };
}

/** Equal for ways of the same steps by the same causes. */
export const keyOf = ({ arrows }: Way): string =>
  arrows.map(({ from, to, cuts }) => `${from}>${to}:${cuts.join(',')}`).join(' ');

/**
 * @param shown the ways that are shown already. @param masks bits of what one way may assume, each list tried for itself.
 * @returns the cheapest edits after which no way is left, and the ways, those found on the way to them included.
 */
export function fewestEdits(
  graph: Graph,
  shown: readonly Way[],
  entries: readonly Entry[],
  targets: ReadonlySet<number>,
  masks: readonly number[],
  made: ReadonlySet<number>,
): FewestEdits {
  const ways = [...shown];
  const keys = new Set(ways.map(keyOf));
  const costOf = (edit: number): number => graph.cuts[edit]?.cost ?? 1;
  const clauses: (readonly number[])[] = [];
  let uncloseable = 0;
  for (const { arrows } of ways) {
    const clause = [...new Set(arrows.flatMap(({ cuts }) => cuts))];
    if (clause.length === 0) uncloseable++;
    else clauses.push(clause);
  }
  let best = smallestHittingSet(clauses, costOf);
  let rounds = 0;
  for (; rounds < mostRounds; rounds++) {
    const left = openWay(graph, entries, targets, masks, new Set([...made, ...best.chosen]));
    if (left === undefined) break;
    const clause = [...new Set(left.flatMap(({ cuts }) => cuts))];
    // What the edits for those that are shown leave open is shown, too.
    const [first, last] = [left[0], left.at(-1)];
    if (first !== undefined && last !== undefined) {
      const way = wayOf(graph, first.step?.from === 'outside' ? first.to : first.from, last.to, left);
      if (!keys.has(keyOf(way))) ways.push(way);
      keys.add(keyOf(way));
    }
    // Nothing of these files closes it, so that no set of edits closes all.
    if (clause.length === 0) {
      uncloseable = Math.max(uncloseable, 1);
      break;
    }
    clauses.push(clause);
    best = smallestHittingSet(clauses, costOf);
  }
  const edits = [...best.chosen].map((edit): Edit => {
    const own = clauses.filter((clause) => clause.includes(edit) && others(best.chosen, edit, clause));
    const equals = [...new Set(own.flat())].filter(
      (other) =>
        other !== edit &&
        costOf(other) === costOf(edit) &&
        own.length > 0 &&
        own.every((clause) => clause.includes(other)),
    );
    const closes = ways.filter(({ arrows }) => arrows.some(({ cuts }) => cuts.includes(edit))).length;
    const cutOf = (number: number): Cut => graph.cuts[number] as Cut;
    return { cut: cutOf(edit), closes, equals: equals.map(cutOf) };
  });
  return {
    ways,
    edits: edits.sort((a, b) => b.closes - a.closes || (a.cut.id < b.cut.id ? -1 : 1)),
    isFewest: best.isExact && rounds < mostRounds,
    uncloseable,
  };
}

/** Whether no other chosen edit meets the clause, so that this one is needed for it. */
const others = (chosen: ReadonlySet<number>, edit: number, clause: readonly number[]): boolean =>
  !clause.some((other) => other !== edit && chosen.has(other));

/** A way that is left when edits are made, of all that may be. */
function openWay(
  graph: Graph,
  entries: readonly Entry[],
  targets: ReadonlySet<number>,
  masks: readonly number[],
  made: ReadonlySet<number>,
): readonly Arrow[] | undefined {
  for (const mask of masks) {
    const open = new Map<number, Arrow | undefined>();
    for (const { vertex, arrows } of entries) {
      const arrow = arrows.find((one) => (one.mask & ~mask) === 0 && !one.cuts.some((cut) => made.has(cut)));
      if (arrows.length === 0 || arrow !== undefined) open.set(vertex, arrow);
    }
    for (const [vertex, entry] of open) if (entry !== undefined && targets.has(vertex)) return [entry];
    const way = shortestWay(graph, open.keys(), (at) => targets.has(at), { mask, made });
    const [first] = way ?? [];
    if (way === undefined || first === undefined) continue;
    const entry = open.get(first.from);
    return entry === undefined ? way : [entry, ...way];
  }
  return undefined;
}
