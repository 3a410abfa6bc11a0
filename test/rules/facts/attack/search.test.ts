import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Arrow, Graph } from '../../../../rules/facts/attack/graph.ts';
import { narrowed, shortestWay } from '../../../../rules/facts/attack/search.ts';
import { randomOf } from '../../../harness/attack-search.ts';

/** A graph by chance, of ten vertices, whose arrows have one of four edits and some an assumption. */
function randomGraph(random: (below: number) => number): Pick<Graph, 'names' | 'from' | 'into'> {
  const names = Array.from({ length: 10 }, (_, i) => `v${i}`);
  const arrows = Array.from(
    { length: 5 + random(20) },
    (): Arrow => ({
      ...{ from: random(10), to: random(10), step: undefined },
      mask: random(3) === 0 ? 1 : 0,
      cuts: [random(4)],
    }),
  );
  const from = names.map((_, vertex) => arrows.filter((arrow) => arrow.from === vertex));
  const into = names.map((_, vertex) => arrows.filter((arrow) => arrow.to === vertex));
  return { names, from, into };
}

describe('what lies on ways', () => {
  it('has the same shortest ways as all of it, on 3,000 small graphs', () => {
    const random = randomOf(5);
    let [found, smaller] = [0, 0];
    for (let i = 0; i < 3000; i++) {
      const graph = randomGraph(random) as Graph;
      const [sources, targets] = [[0, 1], new Set([8, 9])];
      const limits = { mask: random(2), made: new Set(random(3) === 0 ? [random(4)] : []) };
      const part = narrowed(graph, sources, targets, limits);
      const made = new Set([...limits.made, random(4)]);
      const isTarget = (at: number): boolean => targets.has(at);
      const whole = shortestWay(graph, sources, isTarget, { ...limits, made });
      const way = shortestWay(part, sources, isTarget, { ...limits, made });
      assert.equal(way?.length, whole?.length);
      if (way !== undefined) found++;
      if (part.from.flat().length < graph.from.flat().length) smaller++;
    }
    assert.ok(found > 500 && smaller > 1500, `${found} ${smaller}`);
  });
});
