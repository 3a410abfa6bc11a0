import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, insert, replace, type TextEdit } from '../../../../rules/text/edit.ts';
import { movedSpan, touches } from '../../../../server/lsp/typing/text-change.ts';

const text = 'a: one\nb: two\n';
const two = { start: text.indexOf('two'), end: text.indexOf('two') + 3 };

/** What stands where `two` was, after a change; undefined where nothing does. */
function after(change: TextEdit): string | undefined {
  const moved = movedSpan(two, change);
  return moved === undefined ? undefined : applyEdits(text, [change]).slice(moved.start, moved.end);
}

describe('a stretch of text', () => {
  const cases: readonly (readonly [what: string, change: TextEdit, after: string | undefined, touched: boolean])[] = [
    ['moves with what is put in above', insert(0, 'c: three\n'), 'two', false],
    ['stays where something is put in below', insert(text.length, 'c: three\n'), 'two', false],
    ['moves back with what is deleted above', replace({ start: 0, end: 7 }, ''), 'two', false],
    ['takes in what is put into it', insert(two.start + 1, 'x'), 'txwo', true],
    ['takes in what is written on at its end', insert(two.end, 's'), 'twos', true],
    ['does not take in a new line at its end', insert(two.end, '\n   '), 'two', false],
    ['takes in what is written at its beginning', insert(two.start, 'x'), 'xtwo', true],
    ['moves with a blank before it', insert(two.start, '  '), 'two', false],
    ['is what replaces it', replace(two, 'ten'), 'ten', true],
    ['is nothing when it is deleted', replace(two, ''), '', true],
    ['loses its end', replace({ start: two.start + 1, end: text.length }, ''), 't', true],
    ['goes with its beginning', replace({ start: two.start - 1, end: two.start + 1 }, ''), undefined, true],
    ['stays when what is before it is deleted', replace({ start: two.start - 1, end: two.start }, ''), 'two', false],
    ['stays when what is behind it is deleted', replace({ start: two.end, end: two.end + 1 }, ''), 'two', false],
  ];
  for (const [what, change, expected, touched] of cases)
    it(what, () => {
      assert.equal(after(change), expected);
      assert.equal(touches(two, change), touched);
    });
});
