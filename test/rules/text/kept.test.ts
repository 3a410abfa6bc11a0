import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Kept } from '../../../rules/text/kept.ts';

it('keeps one thing of an object, which nobody else sees and no copy holds', () => {
  const [sizes, names] = [new Kept<object, number>(), new Kept<object, string>()];
  const holder = { a: 1 };
  assert.equal(sizes.of(holder), undefined);
  sizes.keep(holder, 1);
  sizes.keep(holder, 2);
  names.keep(holder, 'x');
  assert.deepEqual([sizes.of(holder), names.of(holder)], [2, 'x']);
  assert.deepEqual(holder, { a: 1 });
  assert.equal(JSON.stringify(holder), '{"a":1}');
  assert.equal(sizes.of({ ...holder }), undefined);
});
