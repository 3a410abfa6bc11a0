import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/access/wildcard-verbs.ts';
import { clusterRole, objects, role, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('in every rule of the role, where CKV_K8S_49 of checkov reads the first alone')(role`
    - apiGroups: [""]
      resources: [pods]
      verbs: [get]
    - apiGroups: [shop.example.com]
      resources: [carts]
      verbs:
        - "*"
    #     ^^^ wildcard-verbs 💡 "every verb on carts"
  `);

  check('beside other verbs')(clusterRole`
    - apiGroups: [""]
      resources: [configmaps, services, endpoints, events]
      verbs: [get, '*']
    #              ^^^ wildcard-verbs 💡 "configmaps, services, endpoints and 1 more"
  `);

  check('on every resource of a group')(clusterRole`
    - apiGroups: [apps]
      resources: ["*"]
      verbs: ["*"]
    #         ^^^ wildcard-verbs 💡 "every resource"
  `);

  clean('a star is a word of its own: */scale has none of the verbs (checkov looks for the character)')(role`
    - apiGroups: [""]
      resources: ["*/scale"]
      verbs: [get, update]
  `);

  clean('where everything is allowed, unlimited-access speaks')(clusterRole`
    - apiGroups: ["*"]
      resources: ["*"]
      verbs: ["*"]
  `);

  check('resources that are no more, or that a Role gives nobody, to who wants to hear all')(objects`
    Role shop/prometheus
      - apiGroups: [extensions]
        resources: [thirdpartyresources]
        verbs: ["*"]
    #           ^^^ wildcard-verbs 💡 "Allows every verb on thirdpartyresources, which gives nobody anything"
      - apiGroups: [""]
        resources: [persistentvolumes]
        verbs: ["*"]
    #           ^^^ wildcard-verbs 💡
  `);

  check('beside others, of which alone it speaks')(objects`
    Role shop/prometheus
      - apiGroups: ["", policy]
        resources: [nodes, podsecuritypolicies, secrets]
        verbs: ["*"]
    #           ^^^ wildcard-verbs 💡 "Allows every verb on secrets"
    ClusterRole prometheus
      - apiGroups: [""]
        resources: [persistentvolumes]
        verbs: ["*"]
    #           ^^^ wildcard-verbs 💡 "Allows every verb on persistentvolumes"
  `);

  clean('verbs that are not known yet')(role`
    - apiGroups: [""]
      resources: [pods]
      verbs: {{ .Values.verbs }}
  `);

  fix('writes the verbs in flow style')(role`
      - apiGroups: [""]
        resources: [configmaps] # the settings
    -   verbs: ["*"]
    +   verbs: ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"]
  `);

  fix('keeps the verbs that are there, in block style')(role`
      - apiGroups: [""]
        resources:
          - configmaps
        verbs:
          - get
    -     - "*" # for now
    +     - "list" # for now
    +     - "watch"
    +     - "create"
    +     - "update"
    +     - "patch"
    +     - "delete"
    +     - "deletecollection"
  `);

  fix('knows what subresources have')(role`
      - apiGroups: [""]
        resources: [pods/log, pods/eviction]
    -   verbs: ["*"]
    +   verbs: ["get", "create"]
  `);

  fix('offers reading alone', { title: /reading/ })(role`
      - apiGroups: [""]
        resources: [configmaps]
    -   verbs: ["*"]
    +   verbs: ["get", "list", "watch"]
  `);

  fix('leaves escalate and bind out')(clusterRole`
      - apiGroups: [rbac.authorization.k8s.io]
        resources: [clusterroles]
    -   verbs: ['*']
    +   verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection']
  `);

  refuses(
    'verbs of a shared anchor',
    /anchor/,
  )(role`
    - apiGroups: [""]
      resources: [configmaps]
      verbs: &all ["*"]
    - apiGroups: [apps]
      resources: [deployments]
      verbs: *all
  `);
});

it('weighs less where it is only about traffic', () => {
  const severityOf = (resource: string): string | undefined =>
    new Scope([rule], {
      language: 'yaml',
      text: `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: web}\nrules:\n  - {apiGroups: ["*"], resources: [${resource}], verbs: ["*"]}\n`,
    }).findings[0]?.severity;
  assert.equal(severityOf('services, ingresses'), 'medium');
  assert.equal(severityOf('services, statefulsets'), 'high');
});

it('claims of storage in one namespace weigh less than those of all', () => {
  const of = (kind: string): string | undefined => {
    const rules = 'rules: [{apiGroups: [""], resources: [persistentvolumes, persistentvolumeclaims], verbs: ["*"]}]';
    const text = `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: {name: a}\n${rules}\n`;
    return new Scope([rule], { language: 'yaml', text }).findings[0]?.severity;
  };
  assert.equal(of('Role'), 'medium');
  assert.equal(of('ClusterRole'), 'high');
});

it('what gives nobody anything is no news but to who wants to hear all', () => {
  const of = (profile: 'strict' | 'all'): boolean =>
    found(
      'role.yaml',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: a, namespace: shop}\nrules: [{apiGroups: [""], resources: [nodes], verbs: ["*"]}]\n',
      profile,
    ).includes(rule.id);
  assert.equal(of('strict'), false);
  assert.equal(of('all'), true);
});
