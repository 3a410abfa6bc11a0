import rule from '../../../../rules/catalog/access/widened-builtin-role.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'the rule that widens',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
        labels:
          rbac.authorization.k8s.io/aggregate-to-view: "true"
      rules:
        - apiGroups: [""]
          resources: [configmaps]
          verbs: [get]
        - apiGroups: [""]
      #   ^^^^^^^^^ widened-builtin-role
          resources: [pods/exec]
          verbs: [create]
    `,
  );

  check(
    'edit and admin',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
        labels:
          rbac.authorization.k8s.io/aggregate-to-admin: "true"
      rules:
        - apiGroups: [""]
      #   ^^^^^^^^^ widened-builtin-role
          resources: [users]
          verbs: [impersonate]
    `,
  );

  clean(
    'secrets are in edit anyway',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
        labels:
          rbac.authorization.k8s.io/aggregate-to-edit: "true"
      rules:
        - apiGroups: [""]
          resources: [secrets]
          verbs: [get]
    `,
  );

  clean(
    'without the label',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: shop
        labels:
          rbac.authorization.k8s.io/aggregate-to-other: "true"
      rules:
        - apiGroups: [""]
          resources: [secrets]
          verbs: [get]
    `,
  );
});
