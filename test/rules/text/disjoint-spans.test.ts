import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { DisjointSpans } from '../../../rules/text/disjoint-spans.ts';
import { anyOverlap } from '../../../rules/text/edit.ts';

const span = fc
  .tuple(fc.nat(12), fc.nat(4))
  .map(([start, length]): { start: number; end: number } => ({ start, end: start + length }));

it('takes in what overlaps nothing that it holds, all of a call or none', () => {
  fc.assert(
    fc.property(fc.array(fc.array(span, { maxLength: 3 }), { maxLength: 12 }), (groups) => {
      const spans = new DisjointSpans();
      const held: { start: number; end: number }[] = [];
      for (const group of groups) {
        const fits = !anyOverlap([...held, ...group]);
        assert.equal(spans.take(group), fits);
        if (fits) held.push(...group);
      }
    }),
  );
});

it('gives up what it held', () => {
  const spans = new DisjointSpans();
  assert.ok(spans.take([{ start: 3, end: 3 }]));
  assert.ok(spans.take([{ start: 1, end: 3 }]));
  spans.release([{ start: 3, end: 3 }]);
  assert.ok(!spans.take([{ start: 2, end: 4 }]));
  assert.ok(spans.take([{ start: 3, end: 3 }]));
});
