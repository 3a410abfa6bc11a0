import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { leastSimilar, pairs, similarity } from '../../../../server/host/baseline/similar.ts';

const lines = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => `line ${from + i}\n`).join('');

describe('similarity', () => {
  it('is the part of the larger text that both share', () => {
    assert.equal(similarity('a', 'a'), 1);
    assert.ok(similarity('a\n', 'b\n') < 0.5);
    assert.ok(Math.abs(similarity(lines(10, 20), lines(15, 25)) - 0.5) < 0.02);
    assert.ok(similarity(lines(10, 20), lines(10, 40)) < leastSimilar);
  });

  it('counts a line as often as both have it', () => {
    assert.ok(similarity('x\n'.repeat(10), 'x\n') < 0.2);
  });
});

describe('pairs', () => {
  it('take the most alike first, and each once', () => {
    const score = (a: string, b: string): number => (a === b ? 1 : a[0] === b[0] ? 0.6 : 0);
    assert.deepEqual(
      [...pairs(['ab', 'ac'], ['ac', 'ad', 'x'], score, 0.5)],
      [
        ['ac', 'ac'],
        ['ad', 'ab'],
      ],
    );
  });

  it('of too many are not looked for', () => {
    const many = Array.from({ length: 400 }, (_, i) => i);
    assert.equal(pairs(many, many, () => 1, 0.5).size, 0);
  });
});
