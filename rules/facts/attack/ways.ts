/**
 * The ways from where an attacker gets in to what must not fall, and the fewest edits that close them. Ways are shown one for each entry, target and cause,
 * the worst first; the edits close every way there is, also those that are not shown.
 */
import type { Facts } from '../index.ts';
import { remembered } from '../near-by.ts';
import type { Cut } from './edge.ts';
import { type Arrow, assumedBy, type Graph, graphOf, maskOf } from './graph.ts';
import { smallestHittingSet } from './hitting-set.ts';
import { reachedFrom, shortestWay } from './search.ts';
import { stepsOf } from './steps.ts';

/** What is asked for. */
export interface Question {
  /** `outside`, or a vertex. */
  readonly from: string;
  /** Vertices; empty: the cluster, a node, every secret, and what is protected. */
  readonly to: readonly string[];
  /** Vertices that must not fall beside those, `*` for any part of a name. */
  readonly protect: readonly string[];
  /** How many assumptions one way may make. */
  readonly most: 0 | 1 | 'any';
  /** Numbers of edits that are made already, for what-if. */
  readonly made?: ReadonlySet<number>;
}

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

/** What is known of the ways. */
export interface Answer {
  readonly ways: readonly Way[];
  /** More ways exist than are shown. */
  readonly isCut: boolean;
  readonly edits: readonly Edit[];
  /** No smaller set of edits closes them all. */
  readonly isFewest: boolean;
  /** Ways that no edit of these files closes. */
  readonly uncloseable: number;
  /** Pairs of entry and target that only ways of more assumptions join. */
  readonly assumedOnly: number;
}

/** The graph of a scope, made once for its facts. */
export const graphOfFacts: (facts: Facts) => Graph = remembered((facts) => graphOf(stepsOf(facts)));

/** What must not fall where nothing is named: the first two tiers. */
const tiers: readonly (readonly string[])[] = [['cluster-admin'], ['node', 'secret/*']];

/** Most ways that are shown, and most rounds in which edits are looked for. */
const [mostWays, mostRounds] = [100, 200];
const everything = -1;

/** @returns the ways that a question asks for, and the edits that close them. */
export function waysOf(graph: Graph, question: Question): Answer {
  const made = question.made ?? new Set<number>();
  const entries = entriesOf(graph, question, made);
  const targets = targetsOf(graph, question);
  const masks = masksOf(graph, question);
  const found = new Map<string, Way>();
  let isCut = false;
  let assumedOnly = 0;
  for (const { vertex, arrows } of entries)
    for (const target of targets) {
      if (target === vertex) continue;
      const ways = waysBetween(graph, vertex, arrows, target, masks, made);
      if (ways.length === 0 && masks[0] !== everything) {
        const unlimited = { mask: everything, made };
        if (shortestWay(graph, [vertex], (at) => at === target, unlimited) !== undefined) assumedOnly++;
      }
      for (const way of ways) {
        if (found.size >= mostWays) isCut = true;
        else found.set(keyOf(way), way);
      }
    }
  const ways = [...found.values()].sort(byDanger(graph));
  return { ways, isCut, assumedOnly, ...fewestEdits(graph, ways, entries, new Set(targets), masks, made) };
}

interface Entry {
  readonly vertex: number;
  /** What leads there from outside, one of which a way begins with; none for what is given. */
  readonly arrows: readonly Arrow[];
}

function entriesOf(graph: Graph, { from }: Question, made: ReadonlySet<number>): readonly Entry[] {
  const start = graph.numberOf(from);
  if (start === undefined) return [];
  if (from !== 'outside') return [{ vertex: start, arrows: [] }];
  const byVertex = new Map<number, Arrow[]>();
  for (const arrow of graph.from[start] ?? []) {
    if (arrow.cuts.some((cut) => made.has(cut))) continue;
    byVertex.set(arrow.to, [...(byVertex.get(arrow.to) ?? []), arrow]);
  }
  return [...byVertex].map(([vertex, arrows]) => ({ vertex, arrows }));
}

function targetsOf(graph: Graph, { to, protect }: Question): readonly number[] {
  const wanted = to.length > 0 ? to : tiers.flat();
  const named = wanted.flatMap((name) => graph.numberOf(name) ?? matching(graph, name));
  return [...new Set([...named, ...protect.flatMap((pattern) => matching(graph, pattern))])];
}

/** Vertices whose name a pattern has. */
function matching(graph: Graph, pattern: string): readonly number[] {
  const parts = pattern.split('/').map((part) => part.split('*'));
  const fits = (text: string, pieces: readonly string[]): boolean => {
    const [first = '', ...others] = pieces;
    if (!text.startsWith(first)) return false;
    let at = first.length;
    for (const [i, piece] of others.entries()) {
      const found = i === others.length - 1 ? text.length - piece.length : text.indexOf(piece, at);
      if (found < at || !text.startsWith(piece, found)) return false;
      at = found + piece.length;
    }
    return others.length > 0 || at === text.length;
  };
  return graph.names.flatMap((name, vertex) => {
    const own = name.split('/');
    const isSet = name.endsWith('*');
    return !isSet && own.length === parts.length && own.every((part, i) => fits(part, parts[i] ?? [])) ? [vertex] : [];
  });
}

/** What a way may assume: nothing, or one thing, whichever; every list of bits is tried for itself. */
function masksOf(graph: Graph, { most }: Question): readonly number[] {
  if (most === 'any') return [everything];
  if (most === 0) return [0];
  const used = graph.arrows.reduce((mask, arrow) => mask | arrow.mask, 0);
  return [0, ...assumedBy(used).map((one) => maskOf([one]))];
}

/** The shortest way for each mask, and those that are left when one of its causes is gone. */
function waysBetween(
  graph: Graph,
  source: number,
  entries: readonly Arrow[],
  target: number,
  masks: readonly number[],
  made: ReadonlySet<number>,
): readonly Way[] {
  const found = new Map<string, Way>();
  for (const mask of masks) {
    const allowed = entries.length === 0 ? undefined : entries.find((arrow) => (arrow.mask & ~mask) === 0);
    if (entries.length > 0 && allowed === undefined) continue;
    const begin = allowed === undefined ? [] : [allowed];
    const search = (without: ReadonlySet<number>): Way | undefined => {
      const arrows = shortestWay(graph, [source], (at) => at === target, { mask, made: without });
      return arrows && wayOf(graph, source, target, [...begin, ...arrows]);
    };
    const first = search(made);
    if (first === undefined) continue;
    found.set(keyOf(first), first);
    for (const cut of new Set(first.arrows.slice(begin.length).flatMap(({ cuts }) => cuts))) {
      const other = search(new Set([...made, cut]));
      if (other !== undefined) found.set(keyOf(other), other);
    }
    // What assumes nothing is enough: the same with an assumption says no more.
    if (mask === 0) break;
  }
  return [...found.values()];
}

function wayOf({ names }: Graph, source: number, target: number, arrows: readonly Arrow[]): Way {
  const mask = arrows.reduce((bits, arrow) => bits | arrow.mask, 0);
  return { entry: names[source] ?? '', target: names[target] ?? '', arrows, mask };
}

/** Equal for ways of the same steps by the same causes. */
const keyOf = ({ arrows }: Way): string =>
  arrows.map(({ from, to, cuts }) => `${from}>${to}:${cuts.join(',')}`).join(' ');

const bitsOf = (mask: number): number => assumedBy(mask).length;
const tierOf = (target: string): number => {
  const tier = tiers.findIndex((names) => names.includes(target));
  return tier < 0 ? tiers.length : tier;
};

/** The target that weighs most first, then what assumes least, then what is shortest. */
const byDanger =
  (_graph: Graph) =>
  (a: Way, b: Way): number =>
    tierOf(a.target) - tierOf(b.target) || bitsOf(a.mask) - bitsOf(b.mask) || a.arrows.length - b.arrows.length;

function fewestEdits(
  graph: Graph,
  ways: readonly Way[],
  entries: readonly Entry[],
  targets: ReadonlySet<number>,
  masks: readonly number[],
  made: ReadonlySet<number>,
): Pick<Answer, 'edits' | 'isFewest' | 'uncloseable'> {
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
    const way = shortestWay(graph, open.keys(), (at) => targets.has(at), { mask, made });
    const [first] = way ?? [];
    if (way === undefined || first === undefined) continue;
    const entry = open.get(first.from);
    return entry === undefined ? way : [entry, ...way];
  }
  return undefined;
}

/** What somebody reaches who begins there, whatever has to be assumed: vertices by name. */
export function reachOf(graph: Graph, from: string): readonly string[] {
  const start = graph.numberOf(from);
  if (start === undefined) return [];
  const limits = { mask: everything, made: new Set<number>() };
  return [...reachedFrom(graph, [start], limits)].map((vertex) => graph.names[vertex] ?? '');
}
