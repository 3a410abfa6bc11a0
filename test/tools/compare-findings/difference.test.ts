import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { differenceOf, type Found, linesOf } from '../../../tools/compare-findings/difference.ts';

const finding = (fingerprint: string, more: Partial<Found> = {}): Found => ({
  rule: 'privileged',
  file: 'pod.yaml',
  range: { start: { line: 6 } },
  fingerprint,
  message: 'Runs privileged: web',
  severity: 'high',
  ...more,
});

describe('the difference of two scans', () => {
  it('is what one of them has alone, with its place', () => {
    const difference = differenceOf([finding('a'), finding('b')], [finding('b'), finding('c', { file: 'other.yaml' })]);
    assert.deepEqual(linesOf(difference), [
      'gone    privileged  pod.yaml:7  Runs privileged: web',
      'new     privileged  other.yaml:7  Runs privileged: web',
    ]);
  });

  it('tells a change of facts from one of words', () => {
    const difference = differenceOf(
      [finding('a'), finding('b')],
      [finding('a', { message: 'Is privileged: web' }), finding('b', { severity: 'low', message: 'Is privileged' })],
    );
    assert.equal(difference.reworded, 1);
    assert.deepEqual(
      difference.changed.map(({ before, after }) => [before.severity, after.severity]),
      [['high', 'low']],
    );
    assert.deepEqual([difference.gone, difference.added], [[], []]);
  });

  it('counts findings that are alike', () => {
    const difference = differenceOf([finding('a'), finding('a')], [finding('a')]);
    assert.equal(difference.gone.length, 1);
    assert.equal(differenceOf([finding('a'), finding('a')], [finding('a'), finding('a')]).gone.length, 0);
  });

  it('is the same in whatever order they say it', () => {
    const { gone, added, changed } = differenceOf([finding('a'), finding('b')], [finding('b'), finding('a')]);
    assert.deepEqual([gone, added, changed], [[], [], []]);
  });
});
