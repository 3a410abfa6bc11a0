import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SpanIndex } from '../../../rules/text/span-index.ts';

describe('a place among many spans', () => {
  it('has those that hold it, nested ones and twins', () => {
    const spans = [
      { start: 0, end: 100 },
      { start: 10, end: 20 },
      { start: 10, end: 20 },
      { start: 15, end: 40 },
      { start: 50, end: 60 },
    ];
    const index = new SpanIndex(spans.map((span, value) => ({ span, value })));
    for (let at = 0; at <= 101; at++)
      assert.deepEqual(
        [...index.at(at)].sort(),
        spans.flatMap(({ start, end }, i) => (start <= at && at <= end ? [i] : [])),
      );
    assert.deepEqual(new SpanIndex([]).at(3), []);
  });
});
