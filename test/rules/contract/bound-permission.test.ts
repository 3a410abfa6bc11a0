import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../rules/catalog/access/node-modification.ts';
import { defaultSettings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';

const role = (resource: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: manager}\nrules: [{apiGroups: [""], resources: [${resource}], verbs: [patch]}]\n`;
const binding = (kind: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: {name: manager, namespace: shop}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: manager}\nsubjects: [{kind: User, name: ann}]\n`;

function severities(files: { readonly [path: string]: string }, path: string): readonly string[] {
  const workspace = new Workspace([rule]);
  for (const [file, text] of Object.entries(files))
    workspace.update({ path: file, text }, { ...defaultSettings, profile: 'all' });
  workspace.complete = true;
  workspace.refresh();
  return workspace.findings(path).map(({ severity }) => severity);
}

it('a permission over what lies outside of namespaces is none when it is bound in one', () => {
  const of = (kind: string): readonly string[] =>
    severities({ 'role.yaml': role('nodes'), 'binding.yaml': binding(kind) }, 'binding.yaml');
  assert.deepEqual(of('ClusterRoleBinding'), [rule.severity]);
  assert.deepEqual(of('RoleBinding'), []);
});

it('what a component of Kubernetes is bound to is no choice of anybody, whatever else begins with system:', () => {
  const of = (name: string): readonly string[] => {
    const bound = binding('ClusterRoleBinding').replace('name: ann', `name: "${name}"`);
    return severities({ 'role.yaml': role('nodes'), 'binding.yaml': bound }, 'binding.yaml');
  };
  assert.deepEqual(of('system:kube-controller-manager'), []);
  assert.deepEqual(of('system:warehouse'), [rule.severity]);
});

it('of several roles of one name the nearest is bound', () => {
  const files = {
    'a/role.yaml': role('nodes'),
    'b/role.yaml': role('pods'),
    'b/binding.yaml': binding('ClusterRoleBinding'),
  };
  assert.deepEqual(severities(files, 'b/binding.yaml'), []);
  assert.deepEqual(severities({ ...files, 'a/binding.yaml': binding('ClusterRoleBinding') }, 'a/binding.yaml'), [
    rule.severity,
  ]);
});
