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
});
