import rule from '../../../../rules/catalog/access/secret-modification.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [secrets]
    #               ^^^^^^^ secret-modification 💡
        verbs: [get, update]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ secret-modification
  `);

  fix('the verb')(objects`
      Role shop/web
        rules:
          - apiGroups: [""]
            resources: [secrets]
    -       verbs: [get, update]
    +       verbs: [get]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [secrets]
        verbs: [update]
        resourceNames: [mine]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);
});
