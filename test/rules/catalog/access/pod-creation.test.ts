import rule from '../../../../rules/catalog/access/pod-creation.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [batch, ""]
        resources: [cronjobs, services]
    #               ^^^^^^^^ pod-creation 💡
        verbs: [create, get]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ pod-creation
  `);

  fix('the resource')(objects`
      Role shop/web
        rules:
          - apiGroups: [batch]
    -       resources: [jobs, cronjobs/status]
    +       resources: [cronjobs/status]
            verbs: [create]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [apps]
        resources: [deployments]
        verbs: [get, patch]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);

  clean('what is bound to a part of Kubernetes')(objects`
    ClusterRole system:controller:web
      - apiGroups: [""]
        resources: [pods]
        verbs: [create]
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
