import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/service-account/powerful-account.ts';
import { objects, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('by the group of all accounts of its namespace')(objects`
    Pod shop/cart
      serviceAccountName: web
    #                     ^^^ powerful-account
      containers:
        - name: cart
          image: nginx:1.29
    Role shop/shell
      - apiGroups: [""]
        resources: [pods/exec]
        verbs: [create]
    RoleBinding shop/ci
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: shell
      subjects:
        - kind: Group
          name: system:serviceaccounts:shop
  `);

  fix('takes the token of the default account away')(objects`
      Pod shop/cart
        serviceAccountName: default
    +   automountServiceAccountToken: false
        containers:
          - name: cart
            image: nginx:1.29
      Role shop/reader
        rules:
          - apiGroups: [""]
            resources: [secrets]
            verbs: [get]
      RoleBinding shop/ci: Role reader, ServiceAccount default
  `);

  refuses(
    'another account was chosen',
    /by hand/,
  )(objects`
    Pod shop/cart
      serviceAccountName: web
      containers:
        - name: cart
          image: nginx:1.29
    ClusterRole reader
      - apiGroups: [""]
        resources: [secrets]
        verbs: [get, list]
    ClusterRoleBinding ci: ClusterRole reader, ServiceAccount shop/web
  `);

  clean('an account of another namespace, and of another name')(objects`
    Pod shop/cart
      serviceAccountName: web
      containers:
        - name: cart
          image: nginx:1.29
    ClusterRole reader
      - apiGroups: [""]
        resources: [secrets]
        verbs: [get, list]
    ClusterRoleBinding ci: ClusterRole reader, ServiceAccount other/web
    Pod shop/cart
      serviceAccountName: other
      containers:
        - name: cart
          image: nginx:1.29
  `);

  clean('the account mounts no token')(objects`
    ServiceAccount shop/web
      automountServiceAccountToken: false
    Pod shop/cart
      serviceAccountName: web
      containers:
        - name: cart
          image: nginx:1.29
    ClusterRole reader
      - apiGroups: [""]
        resources: [secrets]
        verbs: [get, list]
    ClusterRoleBinding ci: ClusterRole reader, ServiceAccount shop/web
  `);
});

it('is told once of all pods that hold one token', () => {
  const pod = (name: string, account: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: shop }\nspec:\n  serviceAccountName: ${account}\n  containers: [{ name: a, image: "nginx:1.29" }]\n`;
  const binding = (account: string): string =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: ${account} }\nroleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }\nsubjects: [{ kind: ServiceAccount, name: ${account}, namespace: shop }]\n`;
  const text = [
    pod('a', 'default'),
    pod('b', 'default'),
    pod('c', 'web'),
    pod('d', 'web'),
    binding('default'),
    binding('web'),
  ].join('---\n');
  const count = (profile: 'recommended' | 'strict'): number =>
    found('all.yaml', text, profile).filter((id) => id === 'powerful-account').length;
  assert.equal(count('recommended'), 2);
  assert.equal(count('strict'), 4);
});
