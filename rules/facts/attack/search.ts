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
  graph: Graph,
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
