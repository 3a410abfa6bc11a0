import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/access/cluster-admin-binding.ts';
import { objects, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('for the cluster')(objects`
    ClusterRoleBinding shop: ClusterRole cluster-admin, ServiceAccount ci/deployer
    #                                    ^^^^^^^^^^^^^ cluster-admin-binding 💡 "of the cluster"
  `);

  check('and for a namespace, which kube-linter leaves out')(objects`
    RoleBinding shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      #       ^^^^^^^^^^^^^ cluster-admin-binding 💡 "of the namespace"
      subjects:
        - kind: User
          apiGroup: rbac.authorization.k8s.io
          name: jane
  `);

  clean('a Role of that name is another one')(objects`
    RoleBinding shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: cluster-admin
      subjects:
        - kind: User
          name: jane
  `);

  clean('the binding that Kubernetes brings')(objects`
    ClusterRoleBinding cluster-admin
      labels:
        kubernetes.io/bootstrapping: rbac-defaults
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      subjects:
        - kind: Group
          apiGroup: rbac.authorization.k8s.io
          name: system:masters
  `);

  fix('binds view for the cluster')(
    objects`ClusterRoleBinding shop: ClusterRole cluster-admin, ServiceAccount ci/deployer`,
    objects`ClusterRoleBinding shop: ClusterRole view, ServiceAccount ci/deployer`,
  );

  fix('binds view for the namespace')(
    objects`RoleBinding shop: ClusterRole cluster-admin, ServiceAccount deployer`,
    objects`RoleBinding shop: ClusterRole view, ServiceAccount deployer`,
  );
});

it('of Flux, which applies what repositories hold, is told to those who are strict', () => {
  const told = (names: readonly string[], namespace: string, profile: 'recommended' | 'strict' = 'recommended') =>
    found(
      'binding.yaml',
      `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: web }\nroleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }\nsubjects:\n${names.map((name) => `  - { kind: ServiceAccount, name: ${name}, namespace: ${namespace} }\n`).join('')}`,
      profile,
    ).includes('cluster-admin-binding');
  const flux = ['kustomize-controller', 'helm-controller'];
  assert.equal(told(flux, 'flux-system'), false);
  assert.equal(told(flux, 'flux-system', 'strict'), true);
  assert.equal(told(flux, 'shop'), true);
  assert.equal(told([...flux, 'web'], 'flux-system'), true);
});
