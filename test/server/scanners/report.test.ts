import assert from 'node:assert/strict';
import { it } from 'node:test';
import { countsOf, isAtLeast, ordered, type Vulnerability } from '../../../server/scanners/report.ts';

const one = (id: string, severity: Vulnerability['severity'], more: Partial<Vulnerability> = {}): Vulnerability => ({
  id,
  aliases: [],
  severity,
  package: { name: 'a', version: '1' },
  fixed: [],
  title: '',
  ...more,
});

it('the worst is first, and what is exploited before all', () =>
  assert.deepEqual(
    ordered([
      one('5', 'low'),
      one('4', 'high'),
      one('3', 'high', { fixed: ['2'] }),
      one('2', 'critical'),
      one('1', 'medium', { exploited: true }),
    ]).map(({ id }) => id),
    ['1', '2', '3', '4', '5'],
  ));

it('what is found on several paths is one, as the worst of them', () => {
  const found = ordered([
    one('1', 'low'),
    one('1', 'high'),
    one('1', 'medium', { package: { name: 'b', version: '1' } }),
  ]);
  assert.deepEqual(
    found.map(({ severity }) => severity),
    ['high', 'medium'],
  );
});

it('counts are of severities, fixes and exploits', () => {
  const { bySeverity, fixable, exploited } = countsOf([
    one('1', 'high', { fixed: ['2'], exploited: true }),
    one('2', 'unknown'),
  ]);
  assert.deepEqual([bySeverity.high, bySeverity.unknown, bySeverity.critical, fixable, exploited], [1, 1, 0, 1, 1]);
});

it('what nobody rated counts as high', () => {
  assert.ok(isAtLeast('unknown', 'high') && isAtLeast('critical', 'high') && !isAtLeast('medium', 'high'));
  assert.ok(!isAtLeast('unknown', 'critical'));
});
