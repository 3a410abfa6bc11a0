/** What is tried on a copy of a workspace stays there, also when it throws or is left in its middle. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineRule, type LocalRule, type Rule } from '../../rules/contract/rule.ts';
import { defaultSettings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import type { TextEdit } from '../../rules/text/edit.ts';
import { alone, named, podText, policyText, stdin } from '../rules/engine/fixture.ts';

const files = { 'a.yaml': `${podText('x')}---\n${podText('b')}`, 'b.yaml': podText('x'), 'c.yaml': 'a: 1\n' };

function given(rules: readonly Rule[]): Workspace {
  const workspace = new Workspace(rules);
  for (const [path, text] of Object.entries(files)) workspace.update({ path, text }, defaultSettings, { retain: true });
  workspace.complete = true;
  workspace.refresh();
  return workspace;
}

/** Everything that a host can see. */
function seen(workspace: Workspace): unknown {
  const changed = [...workspace.refresh()];
  const paths = [...workspace.paths()].map((path) => ({
    path,
    text: workspace.text(path),
    state: workspace.state(path),
    findings: workspace
      .findings(path)
      .map(({ rule, span, message, fingerprint }) => [rule, span, message, fingerprint]),
  }));
  return JSON.parse(JSON.stringify({ changed, stale: workspace.stale(), paths, failures: workspace.failures() }));
}

describe('a copy of a workspace', () => {
  const rules = [stdin, named, alone];

  it('begins as what it is a copy of, and leaves it alone', () => {
    const workspace = given(rules);
    const before = seen(workspace);
    const copy = workspace.fork();
    assert.deepEqual(seen(copy), before);
    copy.update({ path: 'a.yaml', text: podText('other') }, defaultSettings, { retain: true });
    copy.update({ path: 'd.yaml', text: policyText }, defaultSettings, { retain: true });
    copy.remove('b.yaml');
    copy.refresh();
    assert.notDeepEqual(seen(copy), before);
    assert.deepEqual(seen(workspace), before);
    workspace.remove('c.yaml');
    assert.ok(copy.has('c.yaml'));
  });

  it('is where fixes of a file are tried', () => {
    const workspace = given(rules);
    const before = seen(workspace);
    const [finding] = workspace.findings('a.yaml');
    const done = workspace.fixAll('a.yaml', 'review');
    assert.ok((done?.applied.length ?? 0) > 1);
    assert.deepEqual(seen(workspace), before);
    assert.ok(finding !== undefined && workspace.fixes(finding).length > 0, 'a finding from before has its fix still');
  });

  it('keeps what happens when a fix throws, or when nobody waits for the end', () => {
    let tries = 0;
    let limit = Number.POSITIVE_INFINITY;
    const thrower = defineRule({
      ...(stdin as LocalRule & { subject: 'container' }),
      id: 'fix-throws',
      check(container, report) {
        report(container.at('image'), 'Its fix throws.', () => ({
          title: 'Close stdin',
          changes: [container.at('stdin').set(false)],
          get edits(): readonly TextEdit[] {
            if (++tries > limit) throw new Error('a defect of a fix');
            return [];
          },
        }));
      },
    });
    const workspace = given([thrower, ...rules]);
    const before = seen(workspace);
    workspace.fixAll('a.yaml', 'review');
    // In the middle: the copy has been given other texts by then.
    limit = tries + 1;
    assert.throws(() => workspace.fixAll('a.yaml', 'review'), /a defect of a fix/);
    assert.deepEqual(seen(workspace), before);

    const whole = given(rules);
    const untouched = seen(whole);
    const fixing = whole.fixingFiles(Object.keys(files), 'review');
    for (let step = 0; step < 2; step++) fixing.next();
    fixing.return(new Map());
    assert.deepEqual(seen(whole), untouched);
  });

  it('counts no finding as harm that other files brought before', () => {
    const workspace = new Workspace([stdin, alone]);
    workspace.update({ path: 'a.yaml', text: podText('a') }, defaultSettings, { retain: true });
    // The host has given every file, and has not let the rules on several files run yet.
    workspace.complete = true;
    assert.deepEqual(
      workspace.fixAll('a.yaml', 'safe')?.applied.map(({ rule }) => rule),
      ['stdin'],
    );
  });
});
