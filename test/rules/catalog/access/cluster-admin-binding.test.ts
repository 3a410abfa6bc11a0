import rule from '../../../../rules/catalog/access/cluster-admin-binding.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'for the cluster',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      #       ^^^^^^^^^^^^^ cluster-admin-binding 💡 "of the cluster"
      subjects:
        - kind: ServiceAccount
          name: deployer
          namespace: ci
    `,
  );

  check(
    'and for a namespace, which kube-linter leaves out',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      #       ^^^^^^^^^^^^^ cluster-admin-binding 💡 "of the namespace"
      subjects:
        - kind: User
          apiGroup: rbac.authorization.k8s.io
          name: jane
    `,
  );

  clean(
    'a Role of that name is another one',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: cluster-admin
      subjects:
        - kind: User
          name: jane
    `,
  );

  clean(
    'the binding that Kubernetes brings',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: cluster-admin
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
    `,
  );

  fix(
    'binds view for the cluster',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      subjects:
        - kind: ServiceAccount
          name: deployer
          namespace: ci
    `,
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: ServiceAccount
          name: deployer
          namespace: ci
    `,
  );

  fix(
    'binds view for the namespace',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      subjects:
        - kind: ServiceAccount
          name: deployer
    `,
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: ServiceAccount
          name: deployer
    `,
  );
});
