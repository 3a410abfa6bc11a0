/**
 * The fewest edits that close every way: the smallest hitting set of the ways found so far, then a way that it leaves open, until there is none. Source:
 * Moreno-Centeno and Karp, "The implicit hitting set approach to solve combinatorial optimization problems", 2013.
 */
import type { Arrow } from './arrows.ts';
import type { Cut } from './edge.ts';
import type { Graph } from './graph.ts';
import { type HittingSet, smallestHittingSet } from './hitting-set.ts';
import { type Edits, type Part, shortestWay } from './search.ts';
import { openNetwork, outside, wholeOf } from './vertex.ts';

/** One way. */
export interface Way {
  readonly entry: string;
  readonly target: string;
  readonly arrows: readonly Arrow[];
  /** Those of the arrows in the graph. */
  readonly numbers: readonly number[];
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

/** Most choices that are tried at once and in all, and most ways that are shown. */
const [mostBranches, mostWork, mostShown] = [20_000, 60_000, 200];
/** Most arrows that are looked at in search of ways, and how many searches there are at least. */
const [mostVisited, leastSearches] = [20_000_000, 50];

/** Where ways begin. */
export interface Entry {
  readonly vertex: number;
  /** What leads there from outside, by number, one of which a way begins with; none for what is given. */
  readonly arrows: readonly number[];
}

/** Arrows as a way. @param source where they begin, what leads in from outside left out. */
export function wayOf({ names, arrows: all }: Graph, source: number, numbers: readonly number[]): Way {
  const arrows = numbers.map((number) => all.at(number));
  const mask = arrows.reduce((bits, arrow) => bits | arrow.mask, 0);
  const [entry, target] = [source, arrows.at(-1)?.to ?? source].map((vertex) => wholeOf(names[vertex] ?? ''));
  return { entry: entry ?? '', target: target ?? '', arrows, numbers, mask };
}

/**
 * Equal for ways that a person would not tell apart: the same steps by the same objects. Whoever is in some pod reaches every open one, so that ways over the
 * open network are the same from there on, wherever they came in.
 */
export function keyOf({ arrows }: Way): string {
  const open = arrows.findIndex(({ step }) => step?.from === openNetwork);
  return arrows
    .slice(Math.max(0, open))
    .map(({ from, to, step }) => {
      const { file, ordinal } = step?.at?.fact.ref ?? { file: '', ordinal: 0 };
      return `${from}>${to} ${step?.edge ?? ''} ${file}#${ordinal}`;
    })
    .join(' ');
}

/** What ways and edits there may be. */
export interface Allowed {
  /** The graph for each list of what one way may assume, as far as ways lead through it. */
  readonly parts: readonly Part[];
  /** Those of the parts. */
  readonly edits: Edits;
  /** Ids of edits that are not proposed. */
  readonly kept: ReadonlySet<string>;
}

/**
 * @param shown the ways that are shown already.
 * @returns the cheapest edits after which no way is left, and the ways, those found on the way to them included.
 */
export function fewestEdits(
  graph: Graph,
  shown: readonly Way[],
  entries: readonly Entry[],
  targets: ReadonlySet<number>,
  { parts, edits, kept }: Allowed,
): FewestEdits {
  const clauseOf = clausesOf(edits, kept);
  const ways = [...shown];
  const keys = new Set(ways.map(keyOf));
  const costOf = (edit: number): number => edits.all[edit]?.cost ?? 1;
  const clauses = shown.map(clauseOf).filter(({ length }) => length > 0);
  let uncloseable = shown.length - clauses.length;
  let work = mostWork;
  const solve = (): HittingSet => {
    const found = smallestHittingSet(clauses, costOf, Math.min(work, mostBranches));
    work = Math.max(0, work - found.branches);
    return found;
  };
  const note = (left: readonly number[]): readonly number[] => {
    const way = openedWay(graph, left);
    // What the edits for those that are shown leave open is shown, too.
    if (!keys.has(keyOf(way)) && ways.length < mostShown) ways.push(way);
    keys.add(keyOf(way));
    const clause = clauseOf(way);
    // Nothing of these files closes it, so that no set of edits closes all.
    if (clause.length === 0) uncloseable = Math.max(uncloseable, 1);
    else clauses.push(clause);
    return clause;
  };
  const size = parts.reduce((most, { heads }) => Math.max(most, heads.length), 1);
  const searches = Math.max(leastSearches, mostVisited / size);
  let searched = 0;
  const findOpen = openWays(graph, parts, entries, targets, edits);
  const find = (tried: ReadonlySet<number>): readonly number[] | undefined => {
    searched++;
    return findOpen(tried);
  };
  let best = solve();
  for (let isOpen = true; isOpen && searched < searches; ) {
    isOpen = false;
    const tried = new Set(best.chosen);
    // As many ways at once as share no edit.
    for (let left = find(tried); left !== undefined; left = find(tried)) {
      const clause = note(left);
      if (clause.length === 0) break;
      isOpen = true;
      for (const edit of clause) tried.add(edit);
    }
    if (isOpen) best = solve();
  }
  const chosen = new Set(best.chosen);
  // Where the work was bounded, one edit more for each way that is left.
  const isBounded = searched >= searches;
  for (let left = isBounded ? find(chosen) : undefined; left !== undefined; left = find(chosen)) {
    const [cheapest] = [...note(left)].sort((x, y) => costOf(x) - costOf(y) || x - y);
    if (cheapest === undefined) break;
    chosen.add(cheapest);
  }
  return {
    ways,
    edits: editsOf(edits, chosen, clauses, ways, costOf),
    isFewest: best.isExact && !isBounded,
    uncloseable,
  };
}

function openedWay(graph: Graph, left: readonly number[]): Way {
  const first = graph.arrows.at(left[0] ?? 0);
  return wayOf(graph, first.step?.from === outside ? first.to : first.from, left);
}

/** The chosen edits, those first that close most, each with those that could stand in its place. */
function editsOf(
  { all }: Edits,
  chosen: ReadonlySet<number>,
  clauses: readonly (readonly number[])[],
  ways: readonly Way[],
  costOf: (edit: number) => number,
): readonly Edit[] {
  const cutOf = (number: number): Cut => all[number] as Cut;
  const closedBy = (id: string): number =>
    ways.filter(({ arrows }) => arrows.some(({ step }) => step?.cuts.some((cut) => cut.id === id))).length;
  const edits = [...chosen].map((edit): Edit => {
    const own = clauses.filter((clause) => clause.includes(edit) && others(chosen, edit, clause));
    const equals = [...new Set(own.flat())].filter(
      (other) => other !== edit && costOf(other) === costOf(edit) && own.every((clause) => clause.includes(other)),
    );
    return { cut: cutOf(edit), closes: closedBy(cutOf(edit).id), equals: equals.map(cutOf) };
  });
  return edits.sort((a, b) => b.closes - a.closes || (a.cut.id < b.cut.id ? -1 : 1));
}

/** The edits, each of which closes a way. */
const clausesOf =
  (edits: Edits, kept: ReadonlySet<string>) =>
  ({ arrows }: Pick<Way, 'arrows'>): readonly number[] => [
    ...new Set(
      arrows.flatMap(({ step }) =>
        (step?.cuts ?? []).flatMap((cut) => (kept.has(cut.id) ? [] : [edits.numberOf(cut)])),
      ),
    ),
  ];

/** Whether no other chosen edit meets the clause, so that this one is needed for it. */
const others = (chosen: ReadonlySet<number>, edit: number, clause: readonly number[]): boolean =>
  !clause.some((other) => other !== edit && chosen.has(other));

/** An arrow from outside, with what it assumes and the edits that take it away. */
interface Opening {
  readonly arrow: number;
  readonly mask: number;
  readonly cuts: readonly number[];
}

/** Where ways of a part begin, each with what leads there from outside. */
interface Begin {
  readonly vertex: number;
  readonly isEnd: boolean;
  /** Undefined: somebody is there already. */
  readonly openings: readonly Opening[] | undefined;
}

/** @returns what finds a way that is left when edits are made, of all that may be. */
function openWays(
  { arrows }: Graph,
  parts: readonly Part[],
  entries: readonly Entry[],
  targets: ReadonlySet<number>,
  edits: Edits,
): (made: ReadonlySet<number>) => readonly number[] | undefined {
  const all = entries.map(({ vertex, arrows: into }): Begin => {
    const openings = into.map((arrow): Opening => {
      const cuts = arrows.cutsOf(arrow).map((cut) => edits.numberOf(cut));
      return { arrow, mask: arrows.masks[arrow] as number, cuts };
    });
    return { vertex, isEnd: targets.has(vertex), openings: into.length === 0 ? undefined : openings };
  });
  const searched = parts.flatMap((part) => {
    const begins = all.filter(({ vertex, isEnd }) => isEnd || (part.numbers[vertex] as number) >= 0);
    return begins.length === 0 ? [] : [{ part, begins }];
  });
  const find = (part: Part, begins: readonly Begin[], made: ReadonlySet<number>): readonly number[] | undefined => {
    const open = new Map<number, number | undefined>();
    for (const { vertex, isEnd, openings } of begins) {
      const entry = openings?.find(({ mask, cuts }) => (mask & ~part.mask) === 0 && !cuts.some((cut) => made.has(cut)));
      if (openings !== undefined && entry === undefined) continue;
      if (entry !== undefined && isEnd) return [entry.arrow];
      open.set(vertex, entry?.arrow);
    }
    const way = open.size === 0 ? undefined : shortestWay(part, open.keys(), targets, part.mask, made);
    if (way === undefined) return undefined;
    const entry = open.get(arrows.tails[way[0] as number] as number);
    return entry === undefined ? way : [entry, ...way];
  };
  return (made) => {
    for (const { part, begins } of searched) {
      const way = find(part, begins, made);
      if (way !== undefined) return way;
    }
    return undefined;
  };
}
