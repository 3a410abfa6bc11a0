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
});
