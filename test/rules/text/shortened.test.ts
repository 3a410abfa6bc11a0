import assert from 'node:assert/strict';
import { it } from 'node:test';
import { shortened } from '../../../rules/text/shortened.ts';

it('a long text is its beginning and how long it is, and ends within no character', () => {
  assert.equal(shortened('abc', 3), 'abc');
  assert.equal(shortened('abcd', 3), 'abc… (4 characters)');
  assert.equal(shortened('ab😀d', 3), 'ab… (5 characters)');
});
