import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { readConfiguration } from '../../../../rules/engine/settings/configuration.ts';
import { disableRule } from '../../../../rules/engine/settings/disable-rule.ts';
import { applyEdits } from '../../../../rules/text/edit.ts';

const after = (text: string): string => {
  const edits = disableRule(text, 'host-network');
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
    assert.deepEqual(disableRule(text, 'host-network'), { refused: 'The configuration has errors; fix them first.' });
});

it('what a rule allows stays when it is switched off', () => {
  const edits = disableRule('rules:\n  host-port:\n    allow: [80]\n', 'host-port');
  assert.ok(!('refused' in edits));
  assert.equal(
    applyEdits('rules:\n  host-port:\n    allow: [80]\n', edits),
    'rules:\n  host-port:\n    allow: [80]\n    severity: "off"\n',
  );
});
