import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isSimpleKey } from '../../../../../rules/model/template/yaml/scalars.ts';

it('a key of many bytes, or of several lines, is no simple one', () => {
  assert.ok(isSimpleKey('a', 1));
  assert.ok(!isSimpleKey('a\nb', 3));
  assert.ok(!isSimpleKey('x', 129));
});
