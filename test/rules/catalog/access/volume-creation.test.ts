import rule from '../../../../rules/catalog/access/volume-creation.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    ClusterRole web
      - apiGroups: [""]
        resources: [persistentvolumes]
    #               ^^^^^^^^^^^^^^^^^ volume-creation 💡
        verbs: [get, create]
    ClusterRoleBinding ci: ClusterRole web, ServiceAccount shop/ci
    #                                  ^^^ volume-creation
  `);

  fix('the verb')(objects`
      ClusterRole web
        rules:
          - apiGroups: [""]
            resources: [persistentvolumes]
    -       verbs: [get, create]
    +       verbs: [get]
  `);

  clean('other requests')(objects`
    ClusterRole web
      - apiGroups: [""]
        resources: [persistentvolumes]
        verbs: [delete]
    ClusterRoleBinding ci: ClusterRole web, ServiceAccount shop/ci
  `);
});
