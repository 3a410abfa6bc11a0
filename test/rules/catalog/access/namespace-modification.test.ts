import rule from '../../../../rules/catalog/access/namespace-modification.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [namespaces]
    #               ^^^^^^^^^^ namespace-modification 💡
        verbs: [get, patch]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ namespace-modification
  `);

  fix('the verb')(objects`
      Role shop/web
        rules:
          - apiGroups: [""]
            resources: [namespaces]
    -       verbs: [get, patch]
    +       verbs: [get]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [namespaces]
        verbs: [create]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);

  clean('what is bound to a part of Kubernetes')(objects`
    ClusterRole system:controller:web
      - apiGroups: [""]
        resources: [namespaces]
        verbs: [patch]
    ClusterRoleBinding ci
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:controller:web
      subjects:
        - kind: User
          name: system:kube-controller-manager
  `);
});
