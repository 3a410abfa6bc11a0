/**
 * The ways from where an attacker gets in to what must not fall, and the fewest edits that close them. Ways are shown one for each entry, target and cause,
 * the worst first; the edits close every way there is, also those that are not shown.
 */
import type { Facts } from '../index.ts';
import { remembered } from '../near-by.ts';
import { arrowsOf, assumedBy, maskOf } from './arrows.ts';
import type { Assumption } from './edge.ts';
import { type Entry, type FewestEdits, fewestEdits, keyOf, type Way, wayOf } from './fewest-edits.ts';
import { type Graph, graphOf } from './graph.ts';
import { Edits, firstArrows, isGone, narrowed, type Part, shortestWay, wayAlong } from './search.ts';
import { makingSteps, stepsOf } from './steps.ts';
import { clusterAdmin, outside, setVertex, someNode, wholeOf } from './vertex.ts';

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
  /** Assumptions that are known to be true, and those that are known to be false. */
  readonly known?: readonly Assumption[];
  readonly refuted?: readonly Assumption[];
  /** Ids of edits that are made already, for what-if. */
  readonly made?: ReadonlySet<string>;
  /** Ids of edits that are not proposed, since somebody accepts what they mend. */
  readonly kept?: ReadonlySet<string>;
}

/** What is known of the ways. */
export interface Answer extends FewestEdits {
  /** More ways exist than are shown. */
  readonly isCut: boolean;
  /** Pairs of entry and target that only ways of more assumptions join. */
  readonly assumedOnly: number;
}

/** The graph of a scope, made once for its facts. */
export const graphOfFacts: (facts: Facts) => Graph = remembered((facts) => graphOf(stepsOf(facts)));

/** The same in slices. @yields between them, so that the caller can look whether to go on. */
export function* makingGraph(facts: Facts): Generator<undefined, Graph, void> {
  yield* makingSteps(facts);
  return graphOfFacts(facts);
}

/** What must not fall where nothing is named: the first two tiers. */
const tiers: readonly (readonly string[])[] = [[clusterAdmin], [someNode, setVertex('secret', '*')]];

/** Most ways that are shown, and most for each of whose causes another way is looked for. */
const [mostWays, mostDetours] = [100, 20];
const everything = -1;

/** @returns the ways that a question asks for, and the edits that close them. */
export function waysOf(graph: Graph, question: Question): Answer {
  const made = question.made ?? new Set<string>();
  const entries = entriesOf(graph, question, made);
  const targets = targetsOf(graph, question);
  const masks = masksOf(graph, question);
  const found = new Map<string, Way>();
  /** By entry: what has to be assumed for each way to the whole cluster. */
  const whole = new Map<number, readonly number[]>();
  const unlimited = everything & ~maskOf(question.refuted ?? []);
  let [isCut, assumedOnly] = [false, 0];
  for (const target of targets) {
    const tier = tierOf(graph.names[target] ?? '');
    const search = searchFor(graph, target, made);
    for (const entry of entries) {
      const all = waysBetween(graph, entry, target, masks, search);
      // Who has the whole cluster has its nodes and secrets, too, where no more has to be assumed for it.
      const lesser = tier === 1 ? (whole.get(entry.vertex) ?? []) : [];
      const ways = all.filter(({ mask }) => !lesser.some((one) => (one & ~mask) === 0));
      if (ways.length === 0 && all.length > 0) continue;
      if (ways.length === 0 && question.most !== 'any' && search(unlimited, entry.vertex) !== undefined) assumedOnly++;
      if (tier === 0 && ways.length > 0)
        whole.set(
          entry.vertex,
          ways.map(({ mask }) => mask),
        );
      for (const way of ways) {
        const key = keyOf(way);
        // The first one stands for all that are alike.
        if (found.has(key)) continue;
        if (found.size < mostWays) found.set(key, way);
        else isCut = true;
      }
    }
  }
  const edits = new Edits();
  const begins = entries.map(({ vertex }) => vertex);
  const ends = new Set(targets);
  const parts = masks.map((mask) => narrowed(graph, begins, ends, { mask, made }, edits));
  const shown = [...found.values(), ...detours(graph, [...found.values()], found, parts, edits)];
  const kept = question.kept ?? new Set<string>();
  const fewest = fewestEdits(graph, shown, entries, ends, { parts, edits, kept });
  return { isCut, assumedOnly, ...fewest, ways: [...fewest.ways].sort(byDanger) };
}

/** Ways to one target, by what may be assumed and where they begin; as numbers of arrows. */
type Search = (mask: number, source: number) => readonly number[] | undefined;

function searchFor(graph: Graph, target: number, made: ReadonlySet<string>): Search {
  const known = new Map<number, Int32Array>();
  return (mask, source) => {
    const first = known.get(mask) ?? firstArrows(graph, target, { mask, made });
    known.set(mask, first);
    return source === target ? undefined : wayAlong(graph, first, source);
  };
}

/** Ways that are left when one cause of a way is gone: of few ways alone, since each costs a search. */
function detours(
  graph: Graph,
  ways: readonly Way[],
  found: ReadonlyMap<string, Way>,
  parts: readonly Part[],
  edits: Edits,
): readonly Way[] {
  if (ways.length > mostDetours) return [];
  const others = new Map<string, Way>();
  for (const { arrows, numbers, mask } of ways) {
    const entry = arrows[0]?.step?.from === outside ? 1 : 0;
    const source = arrows[entry]?.from;
    const end = arrows.at(-1)?.to;
    const part = parts.find((one) => (mask & ~one.mask) === 0);
    if (source === undefined || end === undefined || part === undefined) continue;
    for (const cut of new Set(
      arrows.slice(entry).flatMap(({ step }) => (step?.cuts ?? []).map((one) => edits.numberOf(one))),
    )) {
      const left = shortestWay(part, [source], new Set([end]), mask, new Set([cut]));
      if (left === undefined) continue;
      const way = wayOf(graph, source, [...numbers.slice(0, entry), ...left]);
      if (!found.has(keyOf(way))) others.set(keyOf(way), way);
    }
  }
  return [...others.values()];
}

function entriesOf(graph: Graph, { from }: Question, made: ReadonlySet<string>): readonly Entry[] {
  const start = graph.numberOf(from);
  if (start === undefined) return [];
  if (from !== outside) return [{ vertex: start, arrows: [] }];
  const byVertex = new Map<number, number[]>();
  for (const arrow of arrowsOf(graph.from, start)) {
    if (isGone(graph, arrow, made)) continue;
    const to = graph.arrows.heads[arrow] as number;
    const known = byVertex.get(to);
    if (known === undefined) byVertex.set(to, [arrow]);
    else known.push(arrow);
  }
  return [...byVertex].map(([vertex, arrows]) => ({ vertex, arrows }));
}

function targetsOf(graph: Graph, { to, protect }: Question): readonly number[] {
  const wanted = to.length > 0 ? to : tiers.flat();
  const named = wanted.flatMap((name) =>
    graph.numberOf(name) === undefined ? matching(graph, name) : graph.numbersOf(name),
  );
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
    const own = wholeOf(name).split('/');
    const isSet = name.endsWith('*');
    return !isSet && own.length === parts.length && own.every((part, i) => fits(part, parts[i] ?? [])) ? [vertex] : [];
  });
}

/** What a way may assume: nothing, or one thing, whichever; every list of bits is tried for itself. */
function masksOf(graph: Graph, { most, known = [], refuted = [] }: Question): readonly number[] {
  const [truths, lies] = [maskOf(known), maskOf(refuted)];
  if (most === 'any') return [everything & ~lies];
  let used = 0;
  for (const mask of graph.arrows.masks) used |= mask;
  used &= ~truths & ~lies;
  return [truths, ...(most === 0 ? [] : assumedBy(used).map((one) => truths | maskOf([one])))];
}

/** The shortest way for each mask. */
function waysBetween(
  graph: Graph,
  { vertex, arrows: entries }: Entry,
  target: number,
  masks: readonly number[],
  search: Search,
): readonly Way[] {
  const found = new Map<string, Way>();
  for (const mask of masks) {
    const entry = entries.find((arrow) => ((graph.arrows.masks[arrow] as number) & ~mask) === 0);
    if (entries.length > 0 && entry === undefined) continue;
    const begin = entry === undefined ? [] : [entry];
    const arrows = vertex === target ? [] : search(mask, vertex);
    if (arrows === undefined || arrows.length + begin.length === 0) continue;
    const way = wayOf(graph, vertex, [...begin, ...arrows]);
    found.set(keyOf(way), way);
    // What assumes nothing is enough: the same with an assumption says no more.
    if (mask === masks[0]) break;
  }
  return [...found.values()];
}

const bitsOf = (mask: number): number => assumedBy(mask).length;
const tierOf = (target: string): number => {
  const tier = tiers.findIndex((names) => names.includes(target));
  return tier < 0 ? tiers.length : tier;
};

/** The target that weighs most first, then what assumes least, then what is shortest. */
const byDanger = (a: Way, b: Way): number =>
  tierOf(a.target) - tierOf(b.target) || bitsOf(a.mask) - bitsOf(b.mask) || a.arrows.length - b.arrows.length;

/** Workloads and subjects of a name: `deployment/web`, `deployment/shop/web`, `sa/shop/web`, `user/ann`. */
export function reachableNames(facts: Facts, asked: string): readonly string[] {
  const graph = graphOfFacts(facts);
  if (graph.numberOf(asked) !== undefined) return [asked];
  const [kind = '', name, ...others] = asked.split('/');
  if (name === undefined || others.length > 0) return [];
  return graph.names.filter((one) => {
    const parts = one.split('/');
    return parts.length === 3 && parts[0] === kind.toLowerCase() && parts[2] === name;
  });
}
