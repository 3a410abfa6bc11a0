/**
 * The fewest edits that close every way: the smallest hitting set of the ways found so far, then a way that it leaves open, until there is none. Source:
 * Moreno-Centeno and Karp, "The implicit hitting set approach to solve combinatorial optimization problems", 2013.
 */
import type { Cut } from './edge.ts';
import type { Arrow, Graph } from './graph.ts';
import { type HittingSet, smallestHittingSet } from './hitting-set.ts';
import { openNetwork } from './network.ts';
import { narrowed, shortestWay } from './search.ts';

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

/** Most choices that are tried at once and in all, and most ways that are shown. */
const [mostBranches, mostWork, mostShown] = [20_000, 60_000, 200];
/** Most arrows that are looked at in search of ways, and how many searches there are at least. */
const [mostVisited, leastSearches] = [20_000_000, 50];

/** Where ways begin. */
export interface Entry {
  readonly vertex: number;
  /** What leads there from outside, one of which a way begins with; none for what is given. */
  readonly arrows: readonly Arrow[];
}

/** Arrows as a way. @param source where they begin, what leads in from outside left out. */
export function wayOf({ names }: Graph, source: number, arrows: readonly Arrow[]): Way {
  const mask = arrows.reduce((bits, arrow) => bits | arrow.mask, 0);
  return { entry: names[source] ?? '', target: names[arrows.at(-1)?.to ?? source] ?? '', arrows, mask };
}

/**
 * Equal for ways that a person would not tell apart: the same steps by the same objects. Whoever is in some pod reaches every open one, so that ways over the
 * open network are the same from there on, wherever they came in.
 */
export function keyOf({ arrows }: Way): string {
  const open = arrows.findIndex(({ step }) => step?.from === openNetwork);
  return arrows
    .slice(Math.max(0, open))
    .map(({ from, to, step, cuts }) => {
      const { file, ordinal } = step?.at?.fact.ref ?? { file: '', ordinal: 0 };
      return `${from}>${to} ${step?.edge ?? cuts.join()} ${file}#${ordinal}`;
    })
    .join(' ');
}

/** What ways and edits there may be. */
export interface Allowed {
  /** Bits of what one way may assume, each list tried for itself. */
  readonly masks: readonly number[];
  /** Numbers of edits that are made. */
  readonly made: ReadonlySet<number>;
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
  { masks, made, kept }: Allowed,
): FewestEdits {
  const clauseOf = clausesOf(graph, kept);
  const ways = [...shown];
  const keys = new Set(ways.map(keyOf));
  const costOf = (edit: number): number => graph.cuts[edit]?.cost ?? 1;
  const clauses = shown.map(clauseOf).filter(({ length }) => length > 0);
  let uncloseable = shown.length - clauses.length;
  let work = mostWork;
  const solve = (): HittingSet => {
    const found = smallestHittingSet(clauses, costOf, Math.min(work, mostBranches));
    work = Math.max(0, work - found.branches);
    return found;
  };
  const note = (left: readonly Arrow[]): readonly number[] => {
    const way = wayOf(graph, left[0]?.step?.from === 'outside' ? left[0].to : (left[0]?.from ?? 0), left);
    // What the edits for those that are shown leave open is shown, too.
    if (!keys.has(keyOf(way)) && ways.length < mostShown) ways.push(way);
    keys.add(keyOf(way));
    const clause = clauseOf(way);
    // Nothing of these files closes it, so that no set of edits closes all.
    if (clause.length === 0) uncloseable = Math.max(uncloseable, 1);
    else clauses.push(clause);
    return clause;
  };
  const begins = entries.map(({ vertex }) => vertex);
  const parts = masks.map((mask) => ({ mask, part: narrowed(graph, begins, targets, { mask, made }) }));
  const searches = Math.max(leastSearches, mostVisited / Math.max(1, graph.arrows.length));
  let searched = 0;
  const find = (tried: ReadonlySet<number>): readonly Arrow[] | undefined => {
    searched++;
    return openWay(parts, entries, targets, tried);
  };
  let best = solve();
  for (let isOpen = true; isOpen && searched < searches; ) {
    isOpen = false;
    const tried = new Set([...made, ...best.chosen]);
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
  for (let left = isBounded ? find(new Set([...made, ...chosen])) : undefined; left !== undefined; ) {
    const [cheapest] = [...note(left)].sort((x, y) => costOf(x) - costOf(y) || x - y);
    if (cheapest === undefined) break;
    chosen.add(cheapest);
    left = find(new Set([...made, ...chosen]));
  }
  return {
    ways,
    edits: editsOf(graph, chosen, clauses, ways, costOf),
    isFewest: best.isExact && !isBounded,
    uncloseable,
  };
}

/** The chosen edits, those first that close most, each with those that could stand in its place. */
function editsOf(
  { cuts }: Graph,
  chosen: ReadonlySet<number>,
  clauses: readonly (readonly number[])[],
  ways: readonly Way[],
  costOf: (edit: number) => number,
): readonly Edit[] {
  const cutOf = (number: number): Cut => cuts[number] as Cut;
  const edits = [...chosen].map((edit): Edit => {
    const own = clauses.filter((clause) => clause.includes(edit) && others(chosen, edit, clause));
    const equals = [...new Set(own.flat())].filter(
      (other) => other !== edit && costOf(other) === costOf(edit) && own.every((clause) => clause.includes(other)),
    );
    const closes = ways.filter(({ arrows }) => arrows.some((arrow) => arrow.cuts.includes(edit))).length;
    return { cut: cutOf(edit), closes, equals: equals.map(cutOf) };
  });
  return edits.sort((a, b) => b.closes - a.closes || (a.cut.id < b.cut.id ? -1 : 1));
}

/** The edits, each of which closes a way. */
const clausesOf =
  ({ cuts: all }: Graph, kept: ReadonlySet<string>) =>
  ({ arrows }: Pick<Way, 'arrows'>): readonly number[] => [
    ...new Set(arrows.flatMap(({ cuts }) => cuts.filter((cut) => !kept.has(all[cut]?.id ?? '')))),
  ];

/** Whether no other chosen edit meets the clause, so that this one is needed for it. */
const others = (chosen: ReadonlySet<number>, edit: number, clause: readonly number[]): boolean =>
  !clause.some((other) => other !== edit && chosen.has(other));

/** A way that is left when edits are made, of all that may be. @param parts the graph for each mask, as far as ways lead through it. */
function openWay(
  parts: readonly { readonly mask: number; readonly part: Pick<Graph, 'names' | 'from'> }[],
  entries: readonly Entry[],
  targets: ReadonlySet<number>,
  made: ReadonlySet<number>,
): readonly Arrow[] | undefined {
  for (const { mask, part } of parts) {
    const open = new Map<number, Arrow | undefined>();
    for (const { vertex, arrows } of entries) {
      const arrow = arrows.find((one) => (one.mask & ~mask) === 0 && !one.cuts.some((cut) => made.has(cut)));
      if (arrows.length === 0 || arrow !== undefined) open.set(vertex, arrow);
    }
    for (const [vertex, entry] of open) if (entry !== undefined && targets.has(vertex)) return [entry];
    const begins = [...open.keys()].filter((vertex) => (part.from[vertex] ?? []).length > 0);
    if (begins.length === 0) continue;
    const way = shortestWay(part, begins, (at) => targets.has(at), { mask, made });
    const [first] = way ?? [];
    if (way === undefined || first === undefined) continue;
    const entry = open.get(first.from);
    return entry === undefined ? way : [entry, ...way];
  }
  return undefined;
}
