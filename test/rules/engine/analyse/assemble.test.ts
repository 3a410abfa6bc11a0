import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';

it('an error of syntax is one finding, and what is read is judged all the same', () => {
  const text =
    'apiVersion: v1\nkind: Pod\nmetadata:\n\tname: p\nspec:\n  hostPID: true\n  containers: [{name: a, image: "a:1"}]\n';
  for (const retain of [true, false]) {
    const workspace = new Workspace(rules);
    workspace.update({ path: 'p.yaml', text }, defaultSettings, { retain });
    const found = workspace.findings('p.yaml').map(({ rule }) => rule);
    assert.deepEqual(
      found.filter((rule) => ['syntax-error', 'host-pid', 'unknown-field'].includes(rule)),
      ['syntax-error', 'host-pid'],
    );
  }
});
