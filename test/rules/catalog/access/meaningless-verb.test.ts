import rule from '../../../../rules/catalog/access/meaningless-verb.ts';
import { clusterRole, testRule, yaml } from '../../../harness/index.ts';

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
          resources: [configmaps]
      #               ^^^^^^^^^^ meaningless-verb 💡
          verbs: [get, impersonate]
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
      #       ^^^ meaningless-verb
      subjects:
        - kind: ServiceAccount
          name: ci
    `,
  );

  fix(
    'the verb',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: web
        namespace: shop
      rules:
        - apiGroups: [""]
          resources: [configmaps]
          verbs: [get, impersonate]
    `,
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: web
        namespace: shop
      rules:
        - apiGroups: [""]
          resources: [configmaps]
          verbs: [get]
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
        - apiGroups: [rbac.authorization.k8s.io]
          resources: [clusterroles]
          verbs: [list]
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
          resources: [configmaps]
          verbs: [impersonate]
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

  clean(
    'the star, which is a matter of its own',
    clusterRole`
      - apiGroups: [""]
        resources: [pods]
        verbs: ["*", bind]
    `,
  );
});
