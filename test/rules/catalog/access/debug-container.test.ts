import rule from '../../../../rules/catalog/access/debug-container.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'on the role, and on the binding that hands it out',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: web
        namespace: shop
      rules:
        - apiGroups: [""]
          resources: [pods, pods/ephemeralcontainers]
      #                     ^^^^^^^^^^^^^^^^^^^^^^^^ debug-container 💡
          verbs: [get, patch]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: ci
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: web
      #       ^^^ debug-container
      subjects:
        - kind: ServiceAccount
          name: ci
    `,
  );

  fix(
    'the resource',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: web
        namespace: shop
      rules:
        - apiGroups: [""]
          resources: [pods, pods/ephemeralcontainers]
          verbs: [patch]
    `,
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: web
        namespace: shop
      rules:
        - apiGroups: [""]
          resources: [pods]
          verbs: [patch]
    `,
  );

  clean(
    'other requests',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: web
        namespace: shop
      rules:
        - apiGroups: [""]
          resources: [pods/status]
          verbs: [patch]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: ci
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: web
      subjects:
        - kind: ServiceAccount
          name: ci
    `,
  );

  clean(
    'what is bound to a part of Kubernetes',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: system:controller:web
      rules:
        - apiGroups: [""]
          resources: [pods/ephemeralcontainers]
          verbs: [patch]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: ci
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:controller:web
      subjects:
        - kind: User
          name: system:kube-controller-manager
    `,
  );
});
