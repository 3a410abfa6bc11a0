import rule from '../../../../rules/catalog/access/dangling-role-binding.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'a Role of another namespace',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: web
        namespace: else
      rules:
        - apiGroups: [""]
          resources: [pods]
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
      #       ^^^ dangling-role-binding
      subjects:
        - kind: ServiceAccount
          name: ci
    `,
  );

  for (const kind of ['', 'kind: Rolle', 'kind: [Role]'])
    clean(`what no binding can name: ${kind}`, {
      language: 'yaml',
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ci
roleRef:
  apiGroup: rbac.authorization.k8s.io
  name: web
  ${kind}
subjects:
  - kind: ServiceAccount
    name: ci
    namespace: shop
`,
    });

  clean(
    'roles that every cluster has',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: ci
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:auth-delegator
      subjects:
        - kind: ServiceAccount
          name: ci
    `,
  );

  clean(
    'bindings that Kubernetes or a provider brings along with their roles',
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: eks:node-bootstrapper
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: eks:node-bootstrapper
      subjects:
        - kind: Group
          name: eks:bootstrappers
          apiGroup: rbac.authorization.k8s.io
    `,
  );
});
