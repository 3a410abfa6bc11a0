import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isDockersOwn, namesOfImage } from '../../../../rules/facts/questions/built-on.ts';
import { parseImageReference } from '../../../../rules/model/image/reference.ts';

it('an image is called like its folder, or by what the name of the file adds', () => {
  assert.deepEqual(namesOfImage('/r/Runtime/Dockerfile'), ['runtime']);
  assert.deepEqual(namesOfImage('/r/web/Dockerfile.base'), ['base', 'web-base']);
});

it("Docker's own images are built elsewhere", () => {
  assert.equal(isDockersOwn(parseImageReference('alpine:3.22')), true);
  assert.equal(isDockersOwn(parseImageReference('shop/alpine:3.22')), false);
});
