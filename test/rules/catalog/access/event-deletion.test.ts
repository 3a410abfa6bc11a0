import rule from '../../../../rules/catalog/access/event-deletion.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [events]
    #               ^^^^^^ event-deletion 💡
        verbs: [create, delete]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ event-deletion
  `);

  fix('the verb')(objects`
      Role shop/web
        rules:
          - apiGroups: [""]
            resources: [events]
    -       verbs: [create, delete]
    +       verbs: [create]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [events]
        verbs: [create]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);
});
