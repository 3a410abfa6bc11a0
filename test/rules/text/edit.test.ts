import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, insert, overlaps, remove, replace } from '../../../rules/text/edit.ts';

describe('applyEdits', () => {
  it('takes edits in any order, in offsets of the original', () => {
    assert.equal(
      applyEdits('abcdef', [replace({ start: 4, end: 5 }, 'E'), insert(0, '>'), remove({ start: 1, end: 3 })]),
      '>adEf',
    );
  });

  it('refuses what overlaps or leaves the text', () => {
    assert.throws(() => applyEdits('abc', [remove({ start: 0, end: 2 }), remove({ start: 1, end: 3 })]), RangeError);
    assert.throws(() => applyEdits('abc', [remove({ start: 2, end: 9 })]), RangeError);
  });
});

describe('overlaps', () => {
  it('counts two insertions at one place, and none beside each other', () => {
    assert.equal(overlaps({ start: 1, end: 1 }, { start: 1, end: 1 }), true);
    assert.equal(overlaps({ start: 0, end: 2 }, { start: 2, end: 3 }), false);
    assert.equal(overlaps({ start: 0, end: 2 }, { start: 1, end: 3 }), true);
  });
});
