import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type BaselineEntry, readBaseline, writeBaseline } from '../../../../server/host/baseline/entry.ts';

const entry = (file: string, rule: string, fingerprint: string): BaselineEntry => ({
  fingerprint,
  rule,
  severity: 'high',
  file,
  kind: 'Pod',
  name: 'w\u202e"eb',
});

describe('the file of a baseline', () => {
  it('is sorted by file and rule, a finding a line, and is read as it was written', () => {
    const findings = [entry('b', 'x', '1'), entry('a', 'y', '2'), entry('a', 'x', '4'), entry('a', 'x', '3')];
    const text = writeBaseline({ commit: null, findings });
    assert.equal(text, writeBaseline({ commit: null, findings: findings.toReversed() }));
    const read = readBaseline(text);
    assert.ok(typeof read !== 'string');
    assert.deepEqual(
      read.findings.map(({ fingerprint }) => fingerprint),
      ['3', '4', '2', '1'],
    );
    assert.equal(read.findings[0]?.name, 'w\u202e"eb');
    assert.equal(text.split('\n').filter((line) => line.includes('fingerprint')).length, 4);
    assert.doesNotMatch(text, /\u202e/);
    assert.deepEqual(readBaseline(writeBaseline({ commit: 'a'.repeat(40), findings: [] })), {
      commit: 'a'.repeat(40),
      findings: [],
    });
  });
});
