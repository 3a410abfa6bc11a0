import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';

const pod =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n  serviceAccountName: web\n  containers:\n    - {name: web, image: "registry.example.com/web:1"}\n';
const binding = (role: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: all}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${role}}\nsubjects:\n  - {kind: ServiceAccount, name: web, namespace: shop}\n`;
const role = (verbs: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: all}\nrules:\n  - apiGroups: ["*"]\n    resources: ["*"]\n    verbs: ${verbs}\n`;

function given(files: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace(rules);
  for (const [path, text] of Object.entries(files)) workspace.update({ path, text }, defaultSettings, { retain: true });
  workspace.complete = true;
  workspace.refresh();
  return workspace;
}
const tellsOfPod = (workspace: Workspace): boolean =>
  workspace.findings('pod.yaml').some(({ rule }) => rule === 'powerful-account');

it('a pod that holds what a role gives is told at the role', () => {
  const workspace = given({ 'pod.yaml': pod, 'binding.yaml': binding('all'), 'role.yaml': role('["*"]') });
  assert.ok(!tellsOfPod(workspace));
  const found = workspace.findings('role.yaml').find(({ rule }) => rule === 'unlimited-access');
  assert.deepEqual(
    found?.related.map(({ path }) => path),
    ['pod.yaml', 'binding.yaml'],
  );
});

it('a binding that hands out what is told at the role is told by itself to those who are strict', () => {
  const files = { 'binding.yaml': binding('all'), 'role.yaml': role('["*"]') };
  const workspace = given(files);
  assert.deepEqual(workspace.findings('binding.yaml'), []);
  for (const [path, text] of Object.entries(files))
    workspace.update({ path, text }, { ...defaultSettings, profile: 'strict' }, { retain: true });
  workspace.refresh();
  assert.deepEqual(
    workspace.findings('binding.yaml').map(({ rule }) => rule),
    ['unlimited-binding'],
  );
});

it('it is told at the pod where nothing is found at a role, or where the role is none of ours', () => {
  assert.ok(tellsOfPod(given({ 'pod.yaml': pod, 'binding.yaml': binding('cluster-admin') })));
  const ours = { 'pod.yaml': pod, 'binding.yaml': binding('all'), 'role.yaml': role('["*"]') };
  const workspace = new Workspace(rules);
  for (const [path, text] of Object.entries(ours))
    workspace.update(
      { path, text },
      { ...defaultSettings, severity: new Map([['unlimited-access', 'off' as const]]) },
      { retain: true },
    );
  workspace.complete = true;
  workspace.refresh();
  assert.ok(tellsOfPod(workspace));
});

it('and again when the role is mended', () => {
  const workspace = given({ 'pod.yaml': pod, 'binding.yaml': binding('all'), 'role.yaml': role('["*"]') });
  workspace.update({ path: 'role.yaml', text: role('[get]') }, defaultSettings, { retain: true });
  workspace.refresh();
  assert.equal(
    workspace.findings('role.yaml').some(({ rule }) => rule === 'unlimited-access'),
    false,
  );
});

it('what aliases repeat is one finding', () => {
  const container = (name: string, context: string): string =>
    `    - name: ${name}\n      image: registry.example.com/web:1\n      securityContext: ${context}\n`;
  const text = `${pod.split('    - {')[0]}${container('a', '&s {privileged: true}')}${container('b', '*s')}${container('c', '*s')}`;
  const found = given({ 'pod.yaml': text }).findings('pod.yaml');
  assert.equal(found.filter(({ rule }) => rule === 'privileged-container').length, 1);
  assert.equal(found.filter(({ rule }) => rule === 'running-as-root').length, 3, 'what each lacks is found of each');
});
