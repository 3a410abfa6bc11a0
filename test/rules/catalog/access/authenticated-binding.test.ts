import rule from '../../../../rules/catalog/access/authenticated-binding.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'everybody, and every service account',
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
        - kind: Group
          apiGroup: rbac.authorization.k8s.io
          name: system:authenticated
      #         ^^^^^^^^^^^^^^^^^^^^ authenticated-binding 💡 "everybody with an account"
        - kind: Group
          apiGroup: rbac.authorization.k8s.io
          name: system:serviceaccounts
      #         ^^^^^^^^^^^^^^^^^^^^^^ authenticated-binding 💡 "every service account"
    `,
  );

  clean(
    'roles that show what everybody may know',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: issuer
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:service-account-issuer-discovery
      subjects:
        - kind: Group
          name: system:authenticated
    `,
  );

  clean(
    'the accounts of one namespace',
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
        - kind: Group
          name: system:serviceaccounts:shop
        - kind: User
          name: system:authenticated
    `,
  );

  clean(
    'what Kubernetes brings itself',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: system:discovery
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:discovery
      subjects:
        - kind: Group
          name: system:authenticated
    `,
  );

  fix(
    'takes the subject off',
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
        - kind: Group
          name: system:authenticated
        - kind: Group
          name: support
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
        - kind: Group
          name: support
    `,
  );
});
