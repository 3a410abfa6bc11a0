import rule from '../../../../rules/catalog/access/webhook-control.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    ClusterRole web
      - apiGroups: [admissionregistration.k8s.io]
        resources: [validatingwebhookconfigurations]
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ webhook-control 💡
        verbs: [patch]
    ClusterRoleBinding ci: ClusterRole web, ServiceAccount shop/ci
    #                                  ^^^ webhook-control
  `);

  fix('the verbs')(objects`
      ClusterRole web
        rules:
          - apiGroups: [admissionregistration.k8s.io]
            resources: [validatingwebhookconfigurations]
    -       verbs: [get, patch]
    +       verbs: [get]
  `);

  clean('other requests')(objects`
    ClusterRole web
      - apiGroups: [admissionregistration.k8s.io]
        resources: [mutatingwebhookconfigurations]
        verbs: [watch]
    ClusterRoleBinding ci: ClusterRole web, ServiceAccount shop/ci
  `);

  clean('what is bound to a part of Kubernetes')(objects`
    ClusterRole system:controller:web
      - apiGroups: [admissionregistration.k8s.io]
        resources: [mutatingwebhookconfigurations]
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
