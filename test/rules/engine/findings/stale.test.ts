import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';
import { podText, stdin } from '../fixture.ts';

describe('a document damaged by typing', () => {
  const path = 'a.yaml';
  const whole = podText('a').replace('metadata:\n', 'metadata:\n  labels: {a: b}\n');
  const damaged = whole.replace('{a: b}', '{a: b, "c');

  it('keeps its findings, moved to where their text is now', () => {
    const workspace = new Workspace([stdin]);
    workspace.update({ path, text: whole }, defaultSettings, { retain: true });
    const state = workspace.update({ path, text: damaged }, defaultSettings, { retain: true, hold: true });
    assert.ok(state.kind === 'analysed' && state.stale);
    assert.deepEqual(
      workspace.findings(path).map(({ span }) => damaged.slice(span.start, span.end)),
      ['c'],
    );
  });

  it('offers no fix that was made for another text', () => {
    const workspace = new Workspace([stdin]);
    workspace.update({ path, text: whole }, defaultSettings, { retain: true });
    workspace.update({ path, text: damaged }, defaultSettings, { retain: true, hold: true });
    for (const finding of workspace.findings(path)) assert.deepEqual(workspace.fixes(finding), []);
  });

  it('is read anew once it is whole again', () => {
    const workspace = new Workspace([stdin]);
    workspace.update({ path, text: whole }, defaultSettings, { retain: true });
    workspace.update({ path, text: damaged }, defaultSettings, { retain: true, hold: true });
    const state = workspace.update(
      { path, text: whole.replace('image: i:1\n', 'image: i:1\n      stdin: false\n') },
      defaultSettings,
      { retain: true, hold: true },
    );
    assert.ok(state.kind === 'analysed' && !state.stale);
    assert.deepEqual(workspace.findings(path), []);
  });
});
