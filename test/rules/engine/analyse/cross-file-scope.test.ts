import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';

const all = { ...defaultSettings, profile: 'all' } as const;

/** Files below `/r`. */
function given(files: Readonly<Record<string, string>>, outside: readonly string[] = []): Workspace {
  const workspace = new Workspace(rules);
  for (const [name, text] of Object.entries(files))
    workspace.update({ path: `/r/${name}`, name, text, isOutside: outside.includes(name) }, all, { retain: true });
  workspace.stale();
  workspace.complete = true;
  workspace.refresh();
  return workspace;
}

const has = (workspace: Workspace, name: string, rule: string): boolean =>
  workspace.findings(`/r/${name}`).some((finding) => finding.rule === rule);

const pod = (name: string, namespace = 'shop'): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\nspec:\n  containers:\n    - name: c\n      image: registry.example.com/c:1\n`;
const admin =
  'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: all\n  namespace: shop\nsubjects:\n  - {kind: ServiceAccount, name: default, namespace: shop}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\n';
const deny =
  'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: deny\n  namespace: shop\nspec:\n  podSelector: {}\n  policyTypes: [Ingress, Egress]\n';
const kustomization = (...lines: readonly string[]): string => `kind: Kustomization\n${lines.join('\n')}\n`;

describe('what makes a finding', () => {
  it('lies in one unit', () => {
    const workspace = given({ 'app/pod.yaml': pod('a'), 'app/rbac/b.yaml': admin, 'e2e/pod.yaml': pod('b') });
    assert.ok(has(workspace, 'app/pod.yaml', 'powerful-account'));
    assert.ok(!has(workspace, 'e2e/pod.yaml', 'powerful-account'));
  });

  it('is found again when a file moves what belongs together', () => {
    const workspace = given({ 'a/pod.yaml': pod('x'), 'b/b.yaml': admin });
    assert.ok(has(workspace, 'a/pod.yaml', 'powerful-account'));
    workspace.update({ path: '/r/b/pod.yaml', name: 'b/pod.yaml', text: pod('x') }, all, { retain: true });
    assert.ok(workspace.refresh().has('/r/a/pod.yaml'));
    assert.ok(!has(workspace, 'a/pod.yaml', 'powerful-account'), 'a and b are variants now');
    assert.ok(has(workspace, 'b/pod.yaml', 'powerful-account'));
    workspace.remove('/r/b/pod.yaml');
    workspace.refresh();
    assert.ok(has(workspace, 'a/pod.yaml', 'powerful-account'));
  });

  it('may lie in any unit of a base', () => {
    const workspace = given({
      'base/kustomization.yaml': kustomization('resources: [pod.yaml]'),
      'base/pod.yaml': pod('a'),
      'overlays/dev/kustomization.yaml': kustomization('resources: [../../base]'),
      'overlays/prod/kustomization.yaml': kustomization('resources: [../../base, all.yaml]'),
      'overlays/prod/all.yaml': admin,
    });
    assert.ok(has(workspace, 'base/pod.yaml', 'powerful-account'));
  });

  it('is what its unit deploys', () => {
    const role = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: web}\n';
    const files = {
      'base/kustomization.yaml': kustomization('resources: [all.yaml]'),
      'base/all.yaml': `${role}rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: web}
subjects: [{kind: ServiceAccount, name: web, namespace: shop}]
`,
      'overlays/dev/kustomization.yaml': kustomization('resources: [../../base]'),
      'overlays/prod/kustomization.yaml': kustomization('resources: [../../base]', 'patches: [{path: p.yaml}]'),
    };
    const found = (rules: string): readonly string[] =>
      given({ ...files, 'overlays/prod/p.yaml': `${role}rules: ${rules}\n` })
        .findings('/r/base/all.yaml')
        .flatMap(({ rule, message }) => (rule === 'secret-access' ? [message] : []));
    assert.deepEqual(found('[{apiGroups: [""], resources: [secrets], verbs: [get, list]}]'), [
      'Reads every secret: ClusterRoleBinding web gives account web ClusterRole web.',
    ]);
    assert.deepEqual(found('[{apiGroups: [""], resources: [pods], verbs: [get, list]}]'), []);
  });

  it('is in the namespace that its kustomization sets, and so are those who are bound', () => {
    const files = (subject: string): Readonly<Record<string, string>> => ({
      'kustomization.yaml': kustomization('resources: [all.yaml]', 'namespace: shop'),
      'all.yaml': `${pod('web', 'system').replace('spec:\n', 'spec:\n  serviceAccountName: web\n')}---
apiVersion: v1
kind: ServiceAccount
metadata: {name: web, namespace: system}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: ServiceAccount, name: web, namespace: ${subject}}]
`,
    });
    const found = (subject: string): boolean => has(given(files(subject)), 'all.yaml', 'powerful-account');
    assert.ok(found('system'), 'as the account is written');
    assert.ok(found('shop'), 'as it is deployed');
    assert.ok(!found('bank'), 'another one');
    const ofDefault = Object.fromEntries(
      Object.entries(files('system')).map(([path, text]) => [
        path,
        text.replaceAll(/(ServiceAccount, name:|AccountName:) web/g, '$1 default'),
      ]),
    );
    assert.ok(has(given(ofDefault), 'all.yaml', 'powerful-account'), 'the one that every namespace has');
  });
});

describe('what excuses a finding', () => {
  it('may lie in another unit', () => {
    const files = { 'examples/a/pod.yaml': pod('a'), 'policies/deny.yaml': deny };
    assert.ok(!has(given(files), 'examples/a/pod.yaml', 'unisolated-ingress'));
    assert.ok(has(given({ 'examples/a/pod.yaml': pod('a') }), 'examples/a/pod.yaml', 'unisolated-ingress'));
  });

  it('does not lie in a variant', () => {
    const workspace = given({
      'clusters/dev/pod.yaml': pod('a'),
      'clusters/prod/pod.yaml': pod('a'),
      'clusters/prod/deny.yaml': deny,
    });
    assert.ok(has(workspace, 'clusters/dev/pod.yaml', 'unisolated-ingress'));
    assert.ok(!has(workspace, 'clusters/prod/pod.yaml', 'unisolated-ingress'));
  });

  it('has to lie in every overlay of a base', () => {
    const files = {
      'base/kustomization.yaml': kustomization('resources: [pod.yaml]'),
      'base/pod.yaml': pod('a'),
      'overlays/dev/kustomization.yaml': kustomization('resources: [../../base]'),
      'overlays/prod/kustomization.yaml': kustomization('resources: [../../base, deny.yaml]'),
      'overlays/prod/deny.yaml': deny,
    };
    assert.ok(has(given(files), 'base/pod.yaml', 'unisolated-ingress'));
    const dev = kustomization('resources: [../../base, deny.yaml]');
    const both = { ...files, 'overlays/dev/kustomization.yaml': dev, 'overlays/dev/deny.yaml': deny };
    assert.ok(!has(given(both), 'base/pod.yaml', 'unisolated-ingress'));
  });

  it('may lie in a file that nobody asked for, which makes no finding', () => {
    const workspace = given({ 'app/pod.yaml': pod('a'), 'net/deny.yaml': deny, 'rbac/all.yaml': admin }, [
      'net/deny.yaml',
      'rbac/all.yaml',
    ]);
    assert.ok(!has(workspace, 'app/pod.yaml', 'unisolated-ingress'));
    assert.ok(!has(workspace, 'app/pod.yaml', 'powerful-account'));
    assert.deepEqual(workspace.facts().byKind.binding, []);
  });
});

it('what is said after any order of changes is what is said at once', () => {
  const files = {
    'clusters/dev/pod.yaml': pod('a'),
    'clusters/prod/pod.yaml': pod('a'),
    'clusters/prod/all.yaml': admin,
    'shared/deny.yaml': deny,
    'e2e/pod.yaml': pod('b'),
  };
  const said = (workspace: Workspace): unknown =>
    Object.keys(files).map((name) => workspace.findings(`/r/${name}`).map(({ fingerprint }) => fingerprint));
  const once = given(files);
  const turned = given(Object.fromEntries(Object.entries(files).reverse()));
  assert.deepEqual(said(turned), said(once));
  for (const name of Object.keys(files)) {
    once.remove(`/r/${name}`);
    once.stale();
    once.refresh();
    const text = files[name as keyof typeof files];
    once.update({ path: `/r/${name}`, name, text }, all, { retain: true });
    once.stale();
    once.refresh();
    assert.deepEqual(said(once), said(turned), name);
  }
});

describe('what only variants have', () => {
  /** More variants than there is room to look at each on its own. */
  const variants = Array.from({ length: 16 }, (_, i) => `v${String(i).padStart(2, '0')}`);
  const files: Readonly<Record<string, string>> = Object.fromEntries([
    ...variants.map((folder) => [`${folder}/pod.yaml`, pod('web')] as const),
    ['v03/deny.yaml', deny],
    ...Array.from({ length: 12 }, (_, i) => [`other${i}/pod.yaml`, pod(`o${i}`, 'other')] as const),
  ]);
  const open = (workspace: Workspace): readonly string[] =>
    variants.filter((folder) => has(workspace, `${folder}/pod.yaml`, 'unisolated-ingress'));

  it('excuses the same units in whatever order files are read', () => {
    const found = open(given(files));
    assert.ok(found.length > 0 && found.length < variants.length - 1, found.join(' '));
    assert.deepEqual(open(given(Object.fromEntries(Object.entries(files).reverse()))), found);
  });

  it('excuses the same units after files came and went', () => {
    const workspace = given(files);
    const found = open(workspace);
    for (const name of ['v03/deny.yaml', 'v00/pod.yaml', 'other3/pod.yaml']) {
      workspace.remove(`/r/${name}`);
      workspace.refresh();
      workspace.update({ path: `/r/${name}`, name, text: files[name] ?? '' }, all, { retain: true });
      const told = new Map(
        variants.map((folder) => [folder, has(workspace, `${folder}/pod.yaml`, 'unisolated-ingress')]),
      );
      const changed = workspace.refresh();
      for (const [folder, before] of told)
        if (has(workspace, `${folder}/pod.yaml`, 'unisolated-ingress') !== before)
          assert.ok(changed.has(`/r/${folder}/pod.yaml`), folder);
      assert.deepEqual(open(workspace), found);
    }
  });
});

it('a message on what is absent says what its fix adds, wherever the rest lies', () => {
  const ingress = deny.replace('[Ingress, Egress]', '[Ingress]');
  const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';
  const workspace = given({ 'clusters/a/ns.yaml': namespace, 'policies/deny.yaml': ingress });
  const found = workspace.findings('/r/clusters/a/ns.yaml').find(({ rule }) => rule === 'missing-default-deny');
  assert.equal(found?.message, 'Lets all outgoing traffic of its pods through by default: namespace shop.');
});
