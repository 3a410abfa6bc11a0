import rule from '../../../../rules/catalog/access/configmap-modification.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [configmaps]
    #               ^^^^^^^^^^ configmap-modification 💡
        verbs: [get, update]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ configmap-modification
  `);

  fix('the verb')(objects`
      Role shop/web
        rules:
          - apiGroups: [""]
            resources: [configmaps]
    -       verbs: [get, update]
    +       verbs: [get]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [secrets]
        verbs: [update]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);

  clean('what is bound to a part of Kubernetes')(objects`
    ClusterRole system:controller:web
      - apiGroups: [""]
        resources: [configmaps]
        verbs: [update]
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
