import assert from 'node:assert/strict';
import { it } from 'node:test';
import { moved } from '../../../../../rules/engine/analyse/charts/typed-over.ts';

it('places before a change stay, those behind it move, and those within it are gone', () => {
  assert.deepEqual(moved({ start: 0, end: 2 }, 'ab cd ef', 'ab XYZ ef'), { start: 0, end: 2 });
  assert.deepEqual(moved({ start: 6, end: 8 }, 'ab cd ef', 'ab XYZ ef'), { start: 7, end: 9 });
  assert.equal(moved({ start: 3, end: 5 }, 'ab cd ef', 'ab XYZ ef'), undefined);
});

it('a text that did not change keeps all of its places', () => {
  assert.deepEqual(moved({ start: 1, end: 4 }, 'abcd', 'abcd'), { start: 1, end: 4 });
});
