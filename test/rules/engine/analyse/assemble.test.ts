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

it('what an operator keeps beside its kustomizations and none of them lists is not deployed', () => {
  const role =
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: a }\nrules: [{ apiGroups: [""], resources: [secrets], verbs: [get] }]\n';
  const told = (folder: string, listed: string): readonly string[] => {
    const workspace = new Workspace(rules);
    const settings = { ...defaultSettings, root: '/r' };
    workspace.update({ path: `/r/${folder}/role.yaml`, text: role }, settings);
    workspace.update({ path: `/r/${folder}/kustomization.yaml`, text: `resources: [${listed}]\n` }, settings);
    workspace.complete = true;
    for (const path of workspace.stale()) workspace.update({ path, text: role }, settings);
    workspace.refresh();
    return workspace.findings(`/r/${folder}/role.yaml`).map(({ rule }) => rule);
  };
  assert.deepEqual(told('config/rbac', 'role.yaml'), ['secret-access']);
  assert.deepEqual(told('config/rbac', 'other.yaml'), []);
  assert.deepEqual(told('deploy/rbac', 'other.yaml'), ['secret-access']);
});
