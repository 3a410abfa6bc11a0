import rule from '../../../../rules/catalog/access/widened-builtin-role.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the rule that widens')(objects`
    ClusterRole shop
      labels:
        rbac.authorization.k8s.io/aggregate-to-view: "true"
      - apiGroups: [""]
        resources: [configmaps]
        verbs: [get]
      - apiGroups: [""]
    #   ^^^^^^^^^ widened-builtin-role
        resources: [pods/exec]
        verbs: [create]
  `);

  check('edit and admin')(objects`
    ClusterRole shop
      labels:
        rbac.authorization.k8s.io/aggregate-to-admin: "true"
      - apiGroups: [""]
    #   ^^^^^^^^^ widened-builtin-role
        resources: [users]
        verbs: [impersonate]
  `);

  clean('secrets are in edit anyway')(objects`
    ClusterRole shop
      labels:
        rbac.authorization.k8s.io/aggregate-to-edit: "true"
      - apiGroups: [""]
        resources: [secrets]
        verbs: [get]
  `);

  clean('without the label')(objects`
    ClusterRole shop
      labels:
        rbac.authorization.k8s.io/aggregate-to-other: "true"
      - apiGroups: [""]
        resources: [secrets]
        verbs: [get]
  `);
});
