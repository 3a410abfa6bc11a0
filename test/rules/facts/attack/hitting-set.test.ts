import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { smallestHittingSet } from '../../../../rules/facts/attack/hitting-set.ts';
import { cheapest, randomOf } from '../../../harness/attack-search.ts';

describe('the smallest hitting set', () => {
  it('is empty for no clause, and the cheaper of two for one', () => {
    assert.deepEqual([...smallestHittingSet([], () => 1).chosen], []);
    assert.deepEqual([...smallestHittingSet([[1, 2]], (edit) => (edit === 1 ? 4 : 2)).chosen], [2]);
  });

  it('takes one edit that meets two clauses before two that meet one each', () => {
    const found = smallestHittingSet(
      [
        [0, 2],
        [1, 2],
      ],
      (edit) => (edit === 2 ? 3 : 2),
    );
    assert.deepEqual([...found.chosen], [2]);
  });

  it('costs as little as trying every set does, on 10,000 small problems', () => {
    const random = randomOf(7);
    for (let i = 0; i < 10_000; i++) {
      const edits = 1 + random(6);
      const costs = Array.from({ length: edits }, () => 1 + random(4));
      const clauses = Array.from({ length: random(6) }, () => [
        ...new Set(Array.from({ length: 1 + random(3) }, () => random(edits))),
      ]);
      const found = smallestHittingSet(clauses, (edit) => costs[edit] ?? 0);
      assert.ok(found.isExact);
      assert.ok(clauses.every((clause) => clause.some((edit) => found.chosen.has(edit))));
      assert.equal(
        found.cost,
        cheapest(costs, (set) => clauses.every((clause) => clause.some((edit) => set.has(edit)))),
      );
    }
  });

  it('says that it is not exact once it tried enough', () => {
    const clauses = Array.from({ length: 30 }, (_, i) => [i, i + 1, (i * 7) % 31, (i * 11) % 31]);
    const found = smallestHittingSet(clauses, () => 1, 5);
    assert.equal(found.isExact, false);
    assert.ok(clauses.every((clause) => clause.some((edit) => found.chosen.has(edit))));
  });
});
