/** Ways through the graph: the shortest one that assumes no more than is allowed and uses nothing that an edit took away. */
import type { Arrow, Graph } from './graph.ts';

/** What a search may use. */
export interface Limits {
  /** Bits of the assumptions that may be made. */
  readonly mask: number;
  /** Numbers of edits that are made. */
  readonly made: ReadonlySet<number>;
}

/**
 * @param sources vertices that a way begins at. @param isTarget whether it ends there; a source is no target.
 * @returns the arrows of the shortest way, the first found among equals; undefined where there is none.
 */
export function shortestWay(
  graph: Pick<Graph, 'names' | 'from'>,
  sources: Iterable<number>,
  isTarget: (vertex: number) => boolean,
  { mask, made }: Limits,
): readonly Arrow[] | undefined {
  const came: (Arrow | undefined)[] = new Array(graph.names.length);
  const seen = new Uint8Array(graph.names.length);
  const queue: number[] = [];
  for (const source of sources) {
    seen[source] = 1;
    queue.push(source);
  }
  for (let i = 0; i < queue.length; i++) {
    for (const arrow of graph.from[queue[i] as number] ?? []) {
      if ((arrow.mask & ~mask) !== 0 || seen[arrow.to] === 1) continue;
      if (made.size > 0 && arrow.cuts.some((cut) => made.has(cut))) continue;
      seen[arrow.to] = 1;
      came[arrow.to] = arrow;
      if (isTarget(arrow.to)) return wayTo(arrow, came);
      queue.push(arrow.to);
    }
  }
  return undefined;
}

function wayTo(last: Arrow, came: readonly (Arrow | undefined)[]): readonly Arrow[] {
  const way = [last];
  for (let arrow = came[last.from]; arrow !== undefined; arrow = came[arrow.from]) way.push(arrow);
  return way.reverse();
}

/**
 * @param sources vertices that a way begins at. @param targets vertices that it ends at.
 * @returns the graph without what lies on no such way: of a large one little is left, in which many searches are made.
 */
export function narrowed(
  graph: Graph,
  sources: Iterable<number>,
  targets: Iterable<number>,
  { mask, made }: Limits,
): Pick<Graph, 'names' | 'from'> {
  const spread = (begin: Iterable<number>, beside: Graph['from'], far: 'to' | 'from'): Uint8Array => {
    const seen = new Uint8Array(graph.names.length);
    const queue = [...begin];
    for (const vertex of queue) seen[vertex] = 1;
    for (let i = 0; i < queue.length; i++)
      for (const arrow of beside[queue[i] as number] ?? []) {
        if ((arrow.mask & ~mask) !== 0 || seen[arrow[far]] === 1 || arrow.cuts.some((cut) => made.has(cut))) continue;
        seen[arrow[far]] = 1;
        queue.push(arrow[far]);
      }
    return seen;
  };
  const [reached, leading] = [spread(sources, graph.from, 'to'), spread(targets, graph.into, 'from')];
  const none: readonly Arrow[] = [];
  return {
    names: graph.names,
    from: graph.from.map((arrows, vertex) =>
      reached[vertex] === 1 && leading[vertex] === 1
        ? arrows.filter(({ to, mask: needed }) => (needed & ~mask) === 0 && leading[to] === 1)
        : none,
    ),
  };
}

/** @returns by vertex, the first arrow of the shortest way from there to a target; undefined where there is none, and for the target. */
export function firstArrows(graph: Graph, target: number, { mask, made }: Limits): readonly (Arrow | undefined)[] {
  const first: (Arrow | undefined)[] = new Array(graph.names.length).fill(undefined);
  const queue = [target];
  for (let i = 0; i < queue.length; i++) {
    for (const arrow of graph.into[queue[i] as number] ?? []) {
      if ((arrow.mask & ~mask) !== 0 || arrow.from === target || first[arrow.from] !== undefined) continue;
      if (made.size > 0 && arrow.cuts.some((cut) => made.has(cut))) continue;
      first[arrow.from] = arrow;
      queue.push(arrow.from);
    }
  }
  return first;
}

/** The way from a vertex that first arrows lead; undefined where there is none. */
export function wayAlong(first: readonly (Arrow | undefined)[], source: number): readonly Arrow[] | undefined {
  const way: Arrow[] = [];
  for (let arrow = first[source]; arrow !== undefined; arrow = first[arrow.to]) way.push(arrow);
  return way.length === 0 ? undefined : way;
}
