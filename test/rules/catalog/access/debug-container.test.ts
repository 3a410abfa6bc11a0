import rule from '../../../../rules/catalog/access/debug-container.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [pods, pods/ephemeralcontainers]
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^ debug-container 💡
        verbs: [get, patch]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ debug-container
  `);

  fix('the resource')(objects`
      Role shop/web
        rules:
          - apiGroups: [""]
    -       resources: [pods, pods/ephemeralcontainers]
    +       resources: [pods]
            verbs: [patch]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [pods/status]
        verbs: [patch]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);

  clean('what is bound to a part of Kubernetes')(objects`
    ClusterRole system:controller:web
      - apiGroups: [""]
        resources: [pods/ephemeralcontainers]
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
