import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Severity } from '../../../rules/contract/finding.ts';
import { frameworkPostures, groupsBy } from '../../../server/report/posture.ts';
import type { ReportedFinding } from '../../../server/report/report.ts';

const found = (rule: string, severity: Severity, path: string): ReportedFinding =>
  ({ finding: { rule, severity, message: '' }, file: path }) as ReportedFinding;

it('the worst place comes first, however many lesser findings another has', () => {
  const many = Array.from({ length: 40 }, () => found('missing-liveness-probe', 'low', 'many'));
  const groups = groupsBy([...many, found('x', 'high', 'bad'), found('x', 'low', 'none')], ({ file }) =>
    file === 'none' ? undefined : file,
  );
  assert.deepEqual(
    groups.map(({ name, total, counts }) => [name, total, counts.high, counts.low]),
    [
      ['bad', 1, 1, 0],
      ['many', 40, 0, 40],
    ],
  );
});

it('a framework counts controls, not findings, and the restricted level holds the baseline', () => {
  const twice = [found('privileged-container', 'high', 'a'), found('privileged-container', 'high', 'b')];
  const postures = new Map(frameworkPostures(twice).map((posture) => [posture.name, posture]));
  for (const level of ['baseline', 'restricted'])
    assert.deepEqual(postures.get(`Pod Security Standards, ${level}`)?.broken, ['privileged']);
  for (const { broken } of frameworkPostures([])) assert.deepEqual(broken, []);
  for (const { asked, broken } of postures.values()) assert.ok(asked > broken.length);
});
