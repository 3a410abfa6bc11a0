import rule from '../../../../rules/catalog/access/dangling-role-binding.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a Role of another namespace')(objects`
    Role else/web
      - apiGroups: [""]
        resources: [pods]
        verbs: [get]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ dangling-role-binding
  `);

  for (const kind of ['', 'kind: Rolle', 'kind: [Role]'])
    clean(`what no binding can name: ${kind}`)({
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

  clean('roles that every cluster has')(
    objects`ClusterRoleBinding ci: ClusterRole system:auth-delegator, ServiceAccount ci`,
  );

  clean('bindings that Kubernetes or a provider brings along with their roles')(objects`
    ClusterRoleBinding eks:node-bootstrapper
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: eks:node-bootstrapper
      subjects:
        - kind: Group
          name: eks:bootstrappers
          apiGroup: rbac.authorization.k8s.io
  `);
});
