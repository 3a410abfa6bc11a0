/** Ways through the graph: the shortest one that assumes no more than is allowed and uses nothing that an edit took away. */
import type { Cut } from './edge.ts';
import type { Graph } from './graph.ts';

/** What is searched of a graph. */
type Searched = Pick<Graph, 'names' | 'arrows' | 'from' | 'into'>;

/** What a search may use. */
export interface Limits {
  /** Bits of the assumptions that may be made. */
  readonly mask: number;
  /** Ids of edits that are made. */
  readonly made: ReadonlySet<string>;
}

/** Edits by number, as those are met that a question is about. */
export class Edits {
  readonly all: Cut[] = [];
  private readonly numbers = new Map<string, number>();

  /** @returns the number of an edit, which it keeps. */
  numberOf(cut: Cut): number {
    const known = this.numbers.get(cut.id);
    if (known !== undefined) return known;
    this.numbers.set(cut.id, this.all.length);
    return this.all.push(cut) - 1;
  }
}

/** As much of a graph as lies on ways: of a large one little is left, in which many searches are made. */
export interface Part {
  /** What may be assumed on them. */
  readonly mask: number;
  /** Vertices of the part by those of the graph, -1 for others. */
  readonly numbers: Int32Array;
  /** Vertices of the graph. */
  readonly vertices: readonly number[];
  /** Arrows of vertex `v` are from `starts[v]` to before `starts[v + 1]`. */
  readonly starts: readonly number[];
  /** By arrow: the vertex that it leads to. */
  readonly heads: readonly number[];
  readonly masks: readonly number[];
  /** By arrow: numbers of edits, each of which takes it away. */
  readonly cuts: readonly (readonly number[])[];
  /** By arrow: its number in the graph. */
  readonly arrows: readonly number[];
  /** By vertex: how many arrows lead from there to the nearest target. */
  readonly away: readonly number[];
}

/**
 * @param sources vertices that a way begins at. @param targets vertices that it ends at. @param edits gives numbers to those of the part.
 * @returns the graph without what lies on no shortest way, whatever edits are made.
 */
export function narrowed(
  graph: Searched,
  sources: Iterable<number>,
  targets: ReadonlySet<number>,
  limits: Limits,
  edits: Edits,
): Part {
  const leading = distances(graph, targets, limits);
  const begins = [...sources].filter((source) => leading[source] !== 0);
  const numbers = new Int32Array(graph.names.length).fill(-1);
  const part = {
    ...{ mask: limits.mask, numbers },
    vertices: [] as number[],
    starts: [0],
    ...{ heads: [] as number[], masks: [] as number[], arrows: [] as number[], away: [] as number[] },
    cuts: [] as (readonly number[])[],
  };
  const number = (vertex: number): number => {
    if ((numbers[vertex] as number) < 0) {
      numbers[vertex] = part.vertices.push(vertex) - 1;
      part.away.push((leading[vertex] as number) - 1);
    }
    return numbers[vertex] as number;
  };
  for (const source of begins) number(source);
  const { heads, masks } = graph.arrows;
  const onlyExit = exitsOf(graph, leading, limits);
  for (let i = 0; i < part.vertices.length; i++) {
    const vertex = part.vertices[i] as number;
    for (let at = graph.from.starts[vertex] as number; at < (graph.from.starts[vertex + 1] as number); at++) {
      const arrow = graph.from.list[at] as number;
      const [to, mask] = [heads[arrow] as number, masks[arrow] as number];
      if (leading[to] === 0 || (mask & ~limits.mask) !== 0) continue;
      // What only leads back is on no shortest way.
      if ((to === vertex || onlyExit(to) === vertex) && !targets.has(to)) continue;
      if (isGone(graph, arrow, limits.made)) continue;
      part.heads.push(number(to));
      part.masks.push(mask);
      part.cuts.push(graph.arrows.cutsOf(arrow).map((cut) => edits.numberOf(cut)));
      part.arrows.push(arrow);
    }
    part.starts.push(part.heads.length);
  }
  return part;
}

/** @returns what finds the only vertex that a way goes on to from a vertex; below zero where there are several, or none. */
function exitsOf({ arrows, from }: Searched, leading: Int32Array, { mask }: Limits): (vertex: number) => number {
  const [unasked, several] = [-1, -2];
  const known = new Int32Array(leading.length).fill(unasked);
  const { heads, masks } = arrows;
  const find = (vertex: number): number => {
    let only = several;
    for (let at = from.starts[vertex] as number; at < (from.starts[vertex + 1] as number); at++) {
      const arrow = from.list[at] as number;
      const to = heads[arrow] as number;
      if (leading[to] === 0 || ((masks[arrow] as number) & ~mask) !== 0 || to === only) continue;
      if (only !== several) return several;
      only = to;
    }
    return only;
  };
  return (vertex) => {
    if (known[vertex] === unasked) known[vertex] = find(vertex);
    return known[vertex] as number;
  };
}

/** Whether an edit that is made takes an arrow away. */
export const isGone = ({ arrows }: Pick<Graph, 'arrows'>, arrow: number, made: ReadonlySet<string>): boolean =>
  made.size > 0 && arrows.cutsOf(arrow).some(({ id }) => made.has(id));

/** @returns by vertex, how many arrows lead from there to the nearest target, and one more; zero where none does. */
function distances(graph: Searched, targets: Iterable<number>, { mask, made }: Limits): Int32Array {
  const found = new Int32Array(graph.names.length);
  const queue = [...targets];
  for (const vertex of queue) found[vertex] = 1;
  const { starts, list } = graph.into;
  const { masks, tails } = graph.arrows;
  for (let i = 0; i < queue.length; i++) {
    const vertex = queue[i] as number;
    const next = (found[vertex] as number) + 1;
    const end = starts[vertex + 1] as number;
    for (let at = starts[vertex] as number; at < end; at++) {
      const arrow = list[at] as number;
      const from = tails[arrow] as number;
      if (found[from] !== 0 || ((masks[arrow] as number) & ~mask) !== 0 || isGone(graph, arrow, made)) continue;
      found[from] = next;
      queue.push(from);
    }
  }
  return found;
}

/**
 * Looks first where the target is near: how far it is when no edit is made is the least that it can be. Source: Hart, Nilsson and Raphael, "A Formal Basis
 * for the Heuristic Determination of Minimum Cost Paths", 1968.
 * @param sources vertices of the graph that a way begins at. @param targets those that it ends at; a source is no target.
 * @param mask bits of what may be assumed. @param made numbers of edits that are made.
 * @returns the arrows of the shortest way, by their numbers in the graph, the first found among equals; undefined where there is none.
 */
export function shortestWay(
  part: Part,
  sources: Iterable<number>,
  targets: ReadonlySet<number>,
  mask: number,
  made: ReadonlySet<number>,
): readonly number[] | undefined {
  const { numbers, vertices, starts, heads, masks, cuts, away } = part;
  const came = new Int32Array(vertices.length).fill(-1);
  const before = new Int32Array(vertices.length).fill(-1);
  // How many arrows lead there, and one more.
  const taken = new Int32Array(vertices.length);
  const done = new Uint8Array(vertices.length);
  /** By the least length of a way through them. */
  const queues: number[][] = [];
  const queue = (vertex: number): void => {
    const length = (taken[vertex] as number) + (away[vertex] as number);
    const known = queues[length];
    if (known === undefined) queues[length] = [vertex];
    else known.push(vertex);
  };
  for (const source of sources) {
    const own = numbers[source] as number;
    if (own < 0 || taken[own] === 1) continue;
    taken[own] = 1;
    queue(own);
  }
  for (let length = 0; length < queues.length; length++) {
    const own = queues[length] ?? [];
    for (let i = 0; i < own.length; i++) {
      const vertex = own[i] as number;
      if (done[vertex] === 1) continue;
      done[vertex] = 1;
      if ((came[vertex] as number) >= 0 && targets.has(vertices[vertex] as number))
        return wayTo(part, vertex, came, before);
      const next = (taken[vertex] as number) + 1;
      for (let arrow = starts[vertex] as number; arrow < (starts[vertex + 1] as number); arrow++) {
        const to = heads[arrow] as number;
        const known = taken[to] as number;
        if ((known > 0 && known <= next) || ((masks[arrow] as number) & ~mask) !== 0) continue;
        if (made.size > 0 && isMade(cuts[arrow] as readonly number[], made)) continue;
        taken[to] = next;
        came[to] = arrow;
        before[to] = vertex;
        queue(to);
      }
    }
  }
  return undefined;
}

function isMade(cuts: readonly number[], made: ReadonlySet<number>): boolean {
  for (const cut of cuts) if (made.has(cut)) return true;
  return false;
}

function wayTo({ arrows }: Part, target: number, came: Int32Array, before: Int32Array): readonly number[] {
  const way: number[] = [];
  for (let at = target; (came[at] as number) >= 0; at = before[at] as number)
    way.push(arrows[came[at] as number] as number);
  return way.reverse();
}

/** @returns by vertex, the first arrow of the shortest way from there to a target; -1 where there is none, and for the target. */
export function firstArrows(graph: Searched, target: number, { mask, made }: Limits): Int32Array {
  const first = new Int32Array(graph.names.length).fill(-1);
  const { starts, list } = graph.into;
  const { tails, masks } = graph.arrows;
  const queue = [target];
  for (let i = 0; i < queue.length; i++) {
    const vertex = queue[i] as number;
    const end = starts[vertex + 1] as number;
    for (let at = starts[vertex] as number; at < end; at++) {
      const arrow = list[at] as number;
      const from = tails[arrow] as number;
      if (from === target || first[from] !== -1 || ((masks[arrow] as number) & ~mask) !== 0) continue;
      if (isGone(graph, arrow, made)) continue;
      first[from] = arrow;
      queue.push(from);
    }
  }
  return first;
}

/** The way from a vertex that first arrows lead, by the numbers of its arrows; undefined where there is none. */
export function wayAlong(
  { arrows }: Pick<Graph, 'arrows'>,
  first: Int32Array,
  source: number,
): readonly number[] | undefined {
  const way: number[] = [];
  for (let arrow = first[source] as number; arrow >= 0; arrow = first[arrows.heads[arrow] as number] as number)
    way.push(arrow);
  return way.length === 0 ? undefined : way;
}
