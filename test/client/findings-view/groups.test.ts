import assert from 'node:assert/strict';
import { it } from 'node:test';
import { everything, type Grouping, grouped, isShown, severities } from '../../../client/findings-view/groups.ts';
import type { ListedFinding } from '../../../server/protocol.ts';

const at = (line: number): ListedFinding['range'] => ({ start: { line, character: 0 }, end: { line, character: 1 } });

const one = (given: Partial<ListedFinding>): ListedFinding => ({
  uri: 'file:///shop/web.yaml',
  range: at(0),
  rule: 'privileged-container',
  title: 'Container is privileged',
  severity: 'critical',
  message: 'Runs privileged: container web.',
  isReached: false,
  isFixable: true,
  frameworks: ['pss-baseline', 'pss-restricted'],
  fingerprint: '1',
  ...given,
});

const web = { kind: 'Deployment', name: 'web', namespace: 'shop' };
const findings = [
  one({ severity: 'low', rule: 'untagged', range: at(9), frameworks: [] }),
  one({ severity: 'high', rule: 'root', range: at(5), resource: web }),
  one({ severity: 'high', rule: 'root', range: at(7), resource: web, isReached: true }),
  one({ uri: 'file:///shop/Dockerfile', severity: 'critical', rule: 'secret', frameworks: ['cis'] }),
];

const told = (grouping: Grouping): readonly (readonly [string, number])[] =>
  grouped(findings, grouping).map(({ key, findings: { length } }) => [key, length]);

it('puts the worst group first', () => {
  assert.deepEqual(told('severity'), [
    ['critical', 1],
    ['high', 2],
    ['low', 1],
  ]);
  assert.deepEqual(told('rule'), [
    ['secret', 1],
    ['root', 2],
    ['untagged', 1],
  ]);
  assert.deepEqual(told('workload'), [
    ['', 2],
    ['shop/Deployment web', 2],
  ]);
  assert.deepEqual(told('file'), [
    ['file:///shop/Dockerfile', 1],
    ['file:///shop/web.yaml', 3],
  ]);
});

it('puts the worst of a group first, and what is reached from outside before its equals', () => {
  const [, file] = grouped(findings, 'file');
  assert.deepEqual(
    file?.findings.map(({ range }) => range.start.line),
    [7, 5, 9],
  );
  assert.equal(file?.severity, 'high');
});

it('loses nothing in any grouping, whatever there is', () => {
  const many = Array.from({ length: 200 }, (_, i) =>
    one({ severity: severities[i % 5] ?? 'info', rule: `rule-${i % 7}`, uri: `file:///${i % 11}`, range: at(i) }),
  );
  for (const grouping of ['severity', 'rule', 'workload', 'file'] as const) {
    const shown = grouped(many, grouping).flatMap((group) => group.findings);
    assert.deepEqual(new Set(shown), new Set(many), grouping);
    assert.equal(shown.length, many.length);
  }
});

it('filters by severity, standard and words', () => {
  const shown = (filter: Partial<typeof everything>): number =>
    findings.filter((finding) => isShown(finding, { ...everything, ...filter })).length;
  assert.equal(shown({}), 4);
  assert.equal(shown({ severity: 'high' }), 3);
  assert.equal(shown({ framework: 'cis' }), 1);
  assert.equal(shown({ text: ' DOCKERFILE ' }), 1);
  assert.equal(shown({ text: 'deployment web' }), 2);
  assert.equal(shown({ text: 'untagged', severity: 'high' }), 0);
});
