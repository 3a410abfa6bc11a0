import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maskOf } from '../../../../rules/facts/attack/arrows.ts';
import type { Cut } from '../../../../rules/facts/attack/edge.ts';
import type { Graph } from '../../../../rules/facts/attack/graph.ts';
import { Edits, firstArrows, narrowed, shortestWay, wayAlong } from '../../../../rules/facts/attack/search.ts';
import { cutsByChance, type Drawn, graphOfDrawn, randomOf, wholeOf } from '../../../harness/attack-search.ts';

/** A graph by chance, of ten vertices, whose arrows have one of four edits and some an assumption. */
function randomGraph(random: (below: number) => number, cuts: readonly Cut[]): Graph {
  const names = Array.from({ length: 10 }, (_, i) => `v${i}`);
  const arrows = Array.from(
    { length: 5 + random(20) },
    (): Drawn => ({
      ...{ from: random(10), to: random(10) },
      assumes: random(3) === 0 ? ['flaw'] : [],
      cuts: cuts.slice(random(4)).slice(0, 1),
    }),
  );
  return graphOfDrawn(names, arrows);
}

describe('what lies on ways', () => {
  it('has the same shortest ways as all of it, on 3,000 small graphs', () => {
    const random = randomOf(5);
    const cuts = cutsByChance(4, random);
    let [found, smaller] = [0, 0];
    for (let i = 0; i < 3000; i++) {
      const graph = randomGraph(random, cuts);
      const [sources, targets] = [[0, 1], new Set([8, 9])];
      const mask = random(2) === 0 ? 0 : maskOf(['flaw']);
      const before = random(3) === 0 ? cuts.slice(random(4)).slice(0, 1) : [];
      const edits = new Edits();
      for (const cut of cuts) edits.numberOf(cut);
      const made = new Set(before.map(({ id }) => id));
      const part = narrowed(graph, sources, targets, { mask, made }, edits);
      const more = new Set([random(4)]);
      const all = new Set([...more, ...before.map((cut) => cuts.indexOf(cut))]);
      const whole = shortestWay(wholeOf(graph, cuts), sources, targets, mask, all);
      const way = shortestWay(part, sources, targets, mask, more);
      assert.deepEqual(way?.length, whole?.length);
      if (way !== undefined) found++;
      if (part.arrows.length < graph.arrows.size) smaller++;
    }
    assert.ok(found > 500 && smaller > 1500, `${found} ${smaller}`);
  });

  it('is searched from the target as from where ways begin', () => {
    const random = randomOf(6);
    const cuts = cutsByChance(4, random);
    let found = 0;
    for (let i = 0; i < 3000; i++) {
      const graph = randomGraph(random, cuts);
      const gone = random(4);
      const made = new Set(cuts.slice(gone, gone + 1).map(({ id }) => id));
      const first = firstArrows(graph, 9, { mask: 0, made });
      for (const source of [0, 1, 2]) {
        const forward = shortestWay(wholeOf(graph, cuts), [source], new Set([9]), 0, new Set([gone]));
        const backward = wayAlong(graph, first, source);
        assert.equal(backward?.length, forward?.length);
        if (backward === undefined) continue;
        found++;
        assert.equal(graph.arrows.at(backward[0] ?? -1).from, source);
        assert.equal(graph.arrows.at(backward.at(-1) ?? -1).to, 9);
      }
    }
    assert.ok(found > 500, `${found}`);
  });
});
