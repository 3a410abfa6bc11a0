import assert from 'node:assert/strict';
import { it } from 'node:test';
import { columnsOf, fitting, wrapped } from '../../../server/cli/columns.ts';

it('counts columns: wide characters take two, marks none', () => {
  for (const [text, columns] of [
    ['', 0],
    ['web', 3],
    ['日本', 4],
    ['e\u0301', 1],
    ['🚢 ahoy', 7],
    ['│', 1],
  ] as const)
    assert.equal(columnsOf(text), columns, text);
});

it('cuts between characters', () => {
  assert.equal(fitting('web', 2), 2);
  assert.equal(fitting('日本', 3), 1);
  assert.equal(fitting('🚢🚢', 3), 2);
  assert.equal(fitting('web', 9), 3);
});

it('breaks between words', () => {
  assert.deepEqual(wrapped('one two three', 7), ['one two', 'three']);
  assert.deepEqual(wrapped('much-too-long x', 4), ['much-too-long', 'x']);
  assert.deepEqual(wrapped('one two', Number.POSITIVE_INFINITY), ['one two']);
  assert.deepEqual(wrapped('日本 語', 5), ['日本', '語']);
});
