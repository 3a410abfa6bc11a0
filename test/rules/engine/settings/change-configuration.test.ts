import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import {
  acceptVulnerability,
  configureRule,
  ignorePath,
} from '../../../../rules/engine/settings/change-configuration.ts';
import { readConfiguration } from '../../../../rules/engine/settings/configuration.ts';
import { applyEdits } from '../../../../rules/text/edit.ts';
import { IgnorePatterns } from '../../../../server/host/ignore-patterns.ts';

const off = { severity: 'off', reason: undefined, base: undefined } as const;
const after = (text: string, reason?: string): string => {
  const edits = configureRule(text, 'host-network', { severity: 'off', reason, base: undefined });
  assert.ok(!('refused' in edits), text);
  return applyEdits(text, edits);
};

it('a rule is switched off, and nothing else of the file changes', () => {
  for (const text of [
    '',
    '# what we agreed on\n',
    'profile: strict\n',
    'rules:\n  host-pid: off # a pipe\n',
    'rules: {host-pid: off}\nprofile: all\n',
    'rules:\n  host-network: critical\n',
  ]) {
    const changed = after(text);
    const { settings, problems } = readConfiguration(changed, rules, '2026-11-23');
    assert.deepEqual(problems, [], changed);
    assert.equal(settings.severity?.get('host-network'), 'off', changed);
    const before = readConfiguration(text, rules, '2026-11-23').settings;
    assert.equal(settings.profile, before.profile);
    for (const line of text.split('\n').filter((line) => !/host-network|rules: /.test(line)))
      assert.ok(changed.includes(line), changed);
  }
});

it('a configuration with errors is left alone', () => {
  for (const text of ['rules: [a]\n', 'rules: {a\n'])
    assert.deepEqual(configureRule(text, 'host-network', off), {
      refused: 'The configuration has errors; fix them first.',
    });
});

it('what a rule allows stays when it is switched off', () => {
  const edits = configureRule('rules:\n  host-port:\n    allow: [80]\n', 'host-port', off);
  assert.ok(!('refused' in edits));
  assert.equal(
    applyEdits('rules:\n  host-port:\n    allow: [80]\n', edits),
    'rules:\n  host-port:\n    allow: [80]\n    severity: "off"\n',
  );
});

it('a reason stands behind the severity, where a comment can stand', () => {
  assert.equal(after('', 'no\n  network'), 'rules:\n  host-network: off # no network\n');
  assert.equal(
    after('rules:\n  host-network: high\n  host-pid: off # a pipe\n', 'why'),
    'rules:\n  host-network: "off" # why\n  host-pid: off # a pipe\n',
  );
  for (const text of ['rules: {host-pid: off}\n', 'rules:\n  host-network: high # agreed\n'])
    assert.doesNotMatch(after(text, 'why'), /why/);
});

it('a new configuration lies over the one that counted until then', () => {
  const edits = configureRule('', 'host-network', { severity: 'low', reason: 'why', base: '../../.seaworthy.yaml' });
  assert.ok(!('refused' in edits));
  assert.equal(applyEdits('', edits), 'extends: "../../.seaworthy.yaml"\nrules:\n  host-network: low # why\n');
});

it('a file is left out by exactly its name', () => {
  for (const path of ['deploy/web.yaml', 'a b/[x]*?.yaml', 'ends with space '])
    for (const text of ['', '# nothing yet\n', 'ignorePaths:\n  - vendor/**\n', 'profile: strict\n']) {
      const edits = ignorePath(text, path);
      assert.ok(!('refused' in edits), text);
      const { settings, problems } = readConfiguration(applyEdits(text, edits), rules, '2026-11-23');
      assert.deepEqual(problems, [], text);
      const patterns = new IgnorePatterns(settings.ignorePaths ?? []);
      assert.equal(patterns.ignores(path), true, path);
      for (const other of ['deploy/other.yaml', 'x/deploy/web.yaml', 'a b/x1.yaml', 'a b/[x]yy.yaml'])
        assert.equal(patterns.ignores(other), false, `${path} ${other}`);
    }
  assert.deepEqual(ignorePath('ignorePaths: all\n', 'a'), { refused: 'The configuration has errors; fix them first.' });
});

it('a vulnerability is accepted beside those that are', () => {
  const one = { id: 'CVE-1', images: ['docker.io/library/alpine:*'], reason: 'later: "soon" # x', until: '2026-12-31' };
  for (const text of [
    '',
    '# ours\n',
    'profile: strict\n',
    'vulnerabilities:\n  - {id: CVE-2, reason: a, until: 2027-01-01}\n',
    'vulnerabilities: []\nprofile: strict\n',
  ]) {
    const edits = acceptVulnerability(text, one, undefined);
    assert.ok(!('refused' in edits), text);
    const changed = applyEdits(text, edits);
    const { settings, problems } = readConfiguration(changed, rules, '2026-11-23');
    assert.deepEqual(problems, [], changed);
    assert.deepEqual(settings.accepted?.at(-1), one, changed);
    assert.equal(settings.accepted?.length, text.includes('CVE-2') ? 2 : 1);
    assert.equal(settings.profile, text.includes('strict') ? 'strict' : undefined);
  }
  const over = acceptVulnerability('', one, '../.seaworthy.yaml');
  assert.ok(!('refused' in over) && over[0]?.text.startsWith('extends: "../.seaworthy.yaml"\n'));
  assert.ok('refused' in acceptVulnerability('vulnerabilities: no\n', one, undefined));
});
