import rule from '../../../../rules/catalog/access/token-request.ts';
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
          resources: [pods, serviceaccounts/token]
      #                     ^^^^^^^^^^^^^^^^^^^^^ token-request 💡
          verbs: [get, create]
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
      #       ^^^ token-request
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
          resources: [pods, serviceaccounts/token]
          verbs: [get, create]
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
          verbs: [get, create]
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
          resources: [serviceaccounts/token]
          verbs: [get]
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
          resources: [serviceaccounts/token]
          verbs: [create]
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
