import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Folder } from '../program.ts';

const folder = new Folder();
after(() => folder.remove());

const subject = 'subjects:\n  - kind: ServiceAccount\n    name: ci\n    namespace: shop\n';
const binding = (kind: string, name: string, namespace: string, role: string): string =>
  `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${namespace}roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ${role.split(' ')[0]}\n  name: ${role.split(' ')[1]}\n${subject}`;
folder.write(
  'access.yaml',
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: deployer\n  namespace: shop\nrules:\n  - apiGroups: [apps]\n    resources: [deployments]\n    verbs: [get, patch]\n${binding('RoleBinding', 'deploy', '  namespace: shop\n', 'Role deployer')}${binding('ClusterRoleBinding', 'look', '', 'ClusterRole view')}${binding('ClusterRoleBinding', 'root', '', 'ClusterRole cluster-admin')}`,
);

interface Row {
  readonly namespace: string | null;
  readonly binding: string;
  readonly role: string;
  readonly line: number;
}

const rows = (...args: string[]): readonly Row[] => {
  const { status, out } = folder.run('access', ...args, '--format', 'json');
  assert.equal(status, 0);
  return JSON.parse(out) as Row[];
};

describe('seaworthy access', () => {
  it('lists who is an administrator, and why', () => {
    const { status, out } = folder.run('access');
    assert.equal(status, 0);
    assert.match(out, /^ServiceAccount shop\/ci may do everything in every namespace\n {2}by ClusterRoleBinding root/);
  });

  it('counts who may act as any service account', () => {
    const role =
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: actor\nrules:\n  - apiGroups: [""]\n    resources: [serviceaccounts]\n    verbs: [impersonate]\n';
    folder.write('acting/access.yaml', `${role}${binding('ClusterRoleBinding', 'act', '', 'ClusterRole actor')}`);
    assert.match(folder.run('access', 'acting').out, /^ServiceAccount shop\/ci may act as every service account/);
  });

  it('counts every other way to take over the cluster or a namespace, with its reason', () => {
    const out = (rules: string, kind = 'ClusterRoleBinding', namespace = ''): string => {
      const role = `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: way\nrules: [${rules}]\n`;
      folder.write('ways/access.yaml', `${role}${binding(kind, 'act', namespace, 'ClusterRole way')}`);
      return folder.run('access', 'ways').out;
    };
    const rule = (group: string, resource: string, verb: string, name = ''): string =>
      `{apiGroups: ["${group}"], resources: [${resource}], verbs: [${verb}], resourceNames: [${name}]}`;
    const approval = rule('certificates.k8s.io', 'certificatesigningrequests/approval', 'update');
    const signer = (name: string): string => rule('certificates.k8s.io', 'signers', 'approve', name);
    assert.match(out(rule('', 'nodes/proxy', 'get')), /run commands in every pod/);
    assert.match(out(rule('', 'secrets', 'list')), /may read every secret in every namespace/);
    assert.match(
      out(rule('', 'secrets', 'list'), 'RoleBinding', '  namespace: shop\n'),
      /secret in the namespace shop/,
    );
    assert.match(out(rule('batch', 'cronjobs', 'create')), /may start pods as any account/);
    assert.match(out(rule('apps', 'deployments', 'patch')), /may change what pods run/);
    assert.match(out(`${approval}, ${signer('')}`), /approve certificates for any user/);
    assert.match(out(`${approval}, ${signer('kubernetes.io/kube-apiserver-client')}`), /approve certificates/);
    for (const harmless of [
      `${approval}, ${signer('kubernetes.io/kubelet-serving')}`,
      approval,
      rule('', 'pods', 'list'),
      rule('', 'secrets', 'get', 'one'),
    ])
      assert.match(out(harmless), /^No binding/);
  });

  it('knows what in a namespace leads to nothing', () => {
    const role =
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: way\nrules:\n  - apiGroups: ["", rbac.authorization.k8s.io]\n    resources: [nodes/proxy, clusterroles, rolebindings]\n    verbs: [VERB]\n';
    const out = (verb: string): string => {
      const bound = binding('RoleBinding', 'act', '  namespace: shop\n', 'ClusterRole way');
      folder.write('inside/access.yaml', `${role.replace('VERB', verb)}${bound}`);
      return folder.run('access', 'inside').out;
    };
    assert.match(out('escalate, get'), /^No binding/);
    // A binding has to be made, too.
    assert.match(out('bind'), /^No binding/);
    assert.match(out('bind, create'), /may give itself every permission in the namespace shop/);
  });

  it('says who may make a request, by roles of the files and by those of every cluster', () => {
    const who = (request: string): readonly string[] => rows('--who-can', request).map(({ binding: by }) => by);
    assert.deepEqual(who('patch deployments'), ['RoleBinding deploy', 'ClusterRoleBinding root']);
    assert.deepEqual(who('list deployments.apps'), ['ClusterRoleBinding look', 'ClusterRoleBinding root']);
    assert.deepEqual(who('get secrets'), ['ClusterRoleBinding root']);
    assert.deepEqual(who('create pods/exec'), ['ClusterRoleBinding root']);
  });

  it('says where', () => {
    const [deploy] = rows('--who-can', 'patch deployments');
    assert.deepEqual([deploy?.namespace, deploy?.role, deploy?.line], ['shop', 'Role deployer', 19]);
  });

  it('says when nobody may, and what a question looks like', () => {
    folder.write('empty/a.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n');
    assert.match(folder.run('access', 'empty').out, /nobody|No binding/);
    const wrong = folder.run('access', '--who-can', 'secrets');
    assert.equal(wrong.status, 2);
    assert.match(wrong.error, /a verb and a resource/);
  });
});
