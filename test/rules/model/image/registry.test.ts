import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { parseImageReference } from '../../../../rules/model/image/reference.ts';
import { firstAbove, isBelow, isOfThisMachine } from '../../../../rules/model/image/registry.ts';

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

it('names of builders are no registries, and a port of this machine is one', () => {
  const isIt = (text: string): boolean => isOfThisMachine(parseImageReference(text));
  for (const text of ['ko.local/shop/web:latest', 'kind.local/web', 'dev.local/web', 'localhost/web:1'])
    assert.ok(isIt(text), text);
  for (const text of [
    'localhost:5000/web:latest',
    'nginx',
    'ko.local',
    'example.com/ko.local/web',
    'ko.local.example.com/web',
  ])
    assert.ok(!isIt(text), text);
});
