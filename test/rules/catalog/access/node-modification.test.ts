import rule from '../../../../rules/catalog/access/node-modification.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    ClusterRole web
      - apiGroups: [""]
        resources: [nodes]
    #               ^^^^^ node-modification 💡
        verbs: [get, patch]
    ClusterRoleBinding ci: ClusterRole web, ServiceAccount shop/ci
    #                                  ^^^ node-modification
  `);

  fix('the verb')(objects`
      ClusterRole web
        rules:
          - apiGroups: [""]
            resources: [nodes]
    -       verbs: [get, patch]
    +       verbs: [get]
  `);

  clean('other requests')(objects`
    ClusterRole web
      - apiGroups: [""]
        resources: [nodes]
        verbs: [watch]
    ClusterRoleBinding ci: ClusterRole web, ServiceAccount shop/ci
  `);

  clean('what is bound to a part of Kubernetes')(objects`
    ClusterRole system:controller:web
      - apiGroups: [""]
        resources: [nodes]
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
