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
});
