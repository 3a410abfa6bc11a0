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
  const came = new Map<number, Arrow | undefined>();
  const queue: number[] = [];
  for (const source of sources) {
    came.set(source, undefined);
    queue.push(source);
  }
  for (let i = 0; i < queue.length; i++) {
    for (const arrow of graph.from[queue[i] as number] ?? []) {
      if ((arrow.mask & ~mask) !== 0 || came.has(arrow.to)) continue;
      if (made.size > 0 && arrow.cuts.some((cut) => made.has(cut))) continue;
      came.set(arrow.to, arrow);
      if (isTarget(arrow.to)) return wayTo(arrow, came);
      queue.push(arrow.to);
    }
  }
  return undefined;
}

function wayTo(last: Arrow, came: ReadonlyMap<number, Arrow | undefined>): readonly Arrow[] {
  const way = [last];
  for (let arrow = came.get(last.from); arrow !== undefined; arrow = came.get(arrow.from)) way.unshift(arrow);
  return way;
}
