import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { container, pod } from '../../../rules/contract/example.ts';
import { defineRule, type LocalRule, type Rule, rulesByWrittenId } from '../../../rules/contract/rule.ts';
import { activeSeverity, defaultSettings, type Settings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';
import { applyEdits } from '../../../rules/text/edit.ts';
import { podText, stdin } from '../engine/fixture.ts';

const renamed: Rule = { ...stdin, id: 'open-stdin', formerIds: ['first-stdin', 'stdin'] };

const workspaceOf = (rule: Rule, text: string): Workspace => {
  const workspace = new Workspace([rule]);
  workspace.update({ path: 'a.yaml', text }, defaultSettings, { retain: true });
  workspace.complete = true;
  workspace.refresh();
  return workspace;
};
const ignoring = (id: string): string =>
  podText('a').replace('    - name: c', `    # seaworthy-ignore ${id}: a pipe\n    - name: c`);

describe('a rule that was given another id', () => {
  it('is found by each id that was ever written', () => {
    const byId = rulesByWrittenId([renamed]);
    assert.deepEqual([...byId.keys()].sort(), ['first-stdin', 'open-stdin', 'stdin']);
    assert.equal(byId.get('stdin'), renamed);
  });

  it('never takes the id of a rule of today', () => {
    const other: Rule = { ...stdin, id: 'stdin' };
    assert.equal(rulesByWrittenId([other, renamed]).get('stdin'), other);
  });

  it('is ignored by a former id, with a notice whose fix writes the new one', () => {
    const text = ignoring('stdin');
    const workspace = workspaceOf(renamed, text);
    const [notice, ...others] = workspace.findings('a.yaml');
    assert.deepEqual([notice?.rule, notice?.message, others], ['former-id', 'stdin is now called open-stdin.', []]);
    const [fix] = notice === undefined ? [] : workspace.fixes(notice);
    assert.ok(fix !== undefined && 'edits' in fix);
    const after = applyEdits(text, fix.edits);
    assert.equal(after, ignoring('open-stdin'));
    assert.deepEqual(workspaceOf(renamed, after).findings('a.yaml'), []);
  });

  it('is ignored by an annotation with a former id, of which the fix keeps the prefix', () => {
    const annotated = (id: string): string => podText('a', `  annotations:\n    seaworthy.dev/ignore.${id}: a pipe\n`);
    const workspace = workspaceOf(renamed, annotated('first-stdin'));
    const [notice, ...others] = workspace.findings('a.yaml');
    assert.deepEqual([notice?.rule, others], ['former-id', []]);
    const [fix] = notice === undefined ? [] : workspace.fixes(notice);
    assert.ok(fix !== undefined && 'edits' in fix);
    assert.equal(applyEdits(annotated('first-stdin'), fix.edits), annotated('open-stdin'));
  });

  it('is told when its ignore hides nothing', () => {
    const rules = workspaceOf(
      renamed,
      `# seaworthy-ignore stdin: x\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n`,
    )
      .findings('a.yaml')
      .map(({ rule }) => rule);
    assert.deepEqual(rules, ['unused-ignore']);
  });

  it('keeps its fingerprints', () => {
    const fingerprints = (rule: Rule): string[] =>
      workspaceOf(rule, podText('a'))
        .findings('a.yaml')
        .map(({ fingerprint }) => fingerprint);
    const before = fingerprints({ ...stdin, id: 'first-stdin' });
    assert.equal(before.length, 1);
    assert.deepEqual(fingerprints(renamed), before);
  });
});

it('what fixes make of bad examples is fine, before what else is', () => {
  const { bad, good } = defineRule({
    ...stdin,
    examples: {
      bad: [
        container`
            image: nginx:1.29
          - stdin: true
        `,
        pod`hostPID: true`,
      ],
      good: [pod``],
    },
  } as LocalRule).examples;
  assert.deepEqual(
    good.map(({ text }) => text),
    [bad[0]?.after, pod``.text],
  );
});

describe('the stage of a rule', () => {
  const severity = (rule: Partial<Rule>, settings: Partial<Settings> = {}): string | undefined =>
    activeSeverity({ ...stdin, ...rule } as Rule, { ...defaultSettings, ...settings });

  it('preview keeps it off unless previews are wanted or it is named', () => {
    assert.equal(severity({ stage: 'preview' }), undefined);
    assert.equal(severity({ stage: 'preview' }, { profile: 'all' }), undefined);
    assert.equal(severity({ stage: 'preview' }, { preview: true }), 'medium');
    assert.equal(severity({ stage: 'preview' }, { severity: new Map([['stdin', 'low']]) }), 'low');
    assert.equal(severity({ stage: 'preview', profile: 'strict' }, { preview: true }), undefined);
  });

  it('deprecated or stable leaves it to the profile', () => {
    assert.equal(severity({ stage: 'deprecated' }), 'medium');
    assert.equal(severity({ stage: 'stable' }), 'medium');
    assert.equal(severity({}), 'medium');
  });
});
