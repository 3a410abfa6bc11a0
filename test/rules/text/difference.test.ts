import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { differences } from '../../../rules/text/difference.ts';
import { applyEdits } from '../../../rules/text/edit.ts';

const shown = (before: string, after: string): string[] =>
  differences(before, after).map(({ start, end, text }) => `${before.slice(start, end)} > ${text}`);

describe('the differences of two texts', () => {
  it('are one for each stretch of lines', () =>
    assert.deepEqual(shown('a: 1\nb: 1\nc: 1\n', 'a: 2\nb: 1\nc: 3\n'), ['1 > 2', '1 > 3']));
  it('are of whole words', () => assert.deepEqual(shown('a: true # x\n', 'a: false # x\n'), ['true > false']));
  it('begin where words do', () => {
    assert.deepEqual(shown('RUN x --flag -r y\n', 'RUN x -r y\n'), ['--flag  > ']);
    assert.deepEqual(shown('RUN x -r y\n', 'RUN x --flag -r y\n'), [' > --flag ']);
  });
  it('never part a character', () => assert.deepEqual(shown('a 😀 b', 'a 😁 b'), ['😀 > 😁']));
  it('are none of equal texts', () => assert.deepEqual(shown('a\n', 'a\n'), []));
  it('make one text of the other, whatever they are', () => {
    const line = fc.constantFrom('a: 1', 'a: 2', '  b: c', '- x', '', '😀', '😁 z', 'x x x');
    const text = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 8 })
      .map((lines) => lines.flat().join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.equal(applyEdits(before, differences(before, after)), after);
      }),
      { numRuns: 2000 },
    );
  });
});
