import rule from '../../../../rules/catalog/access/outdated-exec-access.ts';
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
          resources: [pods, pods/attach]
      #                     ^^^^^^^^^^^ outdated-exec-access 💡
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
      #       ^^^ outdated-exec-access
      subjects:
        - kind: ServiceAccount
          name: ci
    `,
  );

  fix(
    'takes the resource away',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: web
        namespace: shop
      rules:
        - apiGroups: [""]
          resources: [pods, pods/exec]
          verbs: [get]
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
          verbs: [get]
    `,
  );

  clean(
    'where create is granted too',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: web
        namespace: shop
      rules:
        - apiGroups: [""]
          resources: [pods/exec]
          verbs: [get, create]
    `,
  );

  clean(
    'before it was asked for',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: web
        namespace: shop
      rules:
        - apiGroups: [""]
          resources: [pods/exec]
          verbs: [get]
    `,
    { kubernetes: 34 },
  );
});
