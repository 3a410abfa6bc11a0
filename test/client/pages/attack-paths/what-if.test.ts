import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Choice, Report } from '../../../../client/pages/attack-paths/messages.ts';
import {
  assumptionsOf,
  closedBy,
  filled,
  madeByFixes,
  proposed,
} from '../../../../client/pages/attack-paths/what-if.ts';

const choice = (id: string, closes: readonly string[], hasFix = true): Choice => ({
  ...{ id, edit: `Edit ${id}`, closes },
  ...(hasFix ? { fix: { rule: 'a-rule', title: 'Do it' } } : { unmade: 'no rule has a fix for it' }),
});
const way = (id: string, ...assumes: readonly string[]): Report['paths'][number] => ({
  ...{ id, target: 'a node', steps: [], assumes },
});
const report: Report = {
  paths: [way('1'), way('2', 'a', 'b'), way('3', 'b')],
  edits: [
    { choices: [choice('x', ['1', '2']), choice('y', ['1', '2'], false)] },
    { choices: [choice('z', ['2', '3'])] },
    { choices: [] },
  ],
  ...{ more: false, fewest: true, accepted: [], uncloseable: 0, assumedOnly: 0 },
};

describe('what edits would close', () => {
  it('is each way that one of them closes', () => {
    assert.deepEqual([...closedBy(report, new Set(['x']))], ['1', '2']);
    assert.deepEqual([...closedBy(report, new Set(['x', 'z']))].sort(), ['1', '2', '3']);
    assert.deepEqual([...closedBy(report, new Set(['unknown']))], []);
  });

  it('is proposed by the first choice of each', () => {
    assert.deepEqual(proposed(report), ['x', 'z']);
  });

  it('is made by fixes, where there is one', () => {
    assert.deepEqual(madeByFixes(report, new Set(['y', 'z'])), ['z']);
  });
});

describe('the words of the page', () => {
  it('count each assumption once for each way', () => {
    assert.deepEqual(assumptionsOf(report), [
      { says: 'b', ways: 2 },
      { says: 'a', ways: 1 },
    ]);
  });

  it('stand with what they are about, which is never read again', () => {
    assert.equal(filled('Way {0}: to {1}', 2, '{0} of $&'), 'Way 2: to {0} of $&');
    assert.equal(filled('{1} of {0}', 'x'), '{1} of x');
  });
});
