import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { firstAbove, isBelow } from '../../../../rules/model/image/registry.ts';

it('registries and paths end at a boundary', () => {
  assert.ok(isBelow('gcr.io/team/web', 'gcr.io'));
  assert.ok(isBelow('gcr.io/team/web', 'gcr.io/team/'));
  assert.ok(!isBelow('evilgcr.io/web', 'gcr.io'), 'trivy KSV-0125 compares the end');
  assert.ok(!isBelow('gcr.io/teammate/web', 'gcr.io/team'));
  assert.ok(!isBelow('gcr.io.evil.com/web', 'gcr.io'));
});

it('a star stands for hosts below a domain', () => {
  assert.ok(isBelow('eu.gcr.io/web', '*.gcr.io'));
  assert.ok(isBelow('1.dkr.ecr.eu.amazonaws.com/team/web', '*.amazonaws.com/team'));
  assert.ok(!isBelow('gcr.io/web', '*.gcr.io'));
  assert.ok(!isBelow('evilgcr.io/web', '*.gcr.io'));
});

it('the first of a list is the first that holds', () => {
  const part = fc.constantFrom('a', 'b', 'a.b', 'b.a.b', 'A.B', '*.a.b', '*.b', '', '*.');
  const place = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(place, fc.array(place, { maxLength: 5 }), (image, list) =>
      assert.equal(
        firstAbove(image, list),
        list.find((prefix) => isBelow(image, prefix)),
      ),
    ),
    { numRuns: 2000 },
  );
});
