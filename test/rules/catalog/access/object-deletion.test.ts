import rule from '../../../../rules/catalog/access/object-deletion.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [pods]
    #               ^^^^ object-deletion 💡
        verbs: [get, delete]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ object-deletion
  `);

  fix('the verb')(objects`
      Role shop/web
        rules:
          - apiGroups: [""]
            resources: [pods]
    -       verbs: [get, delete]
    +       verbs: [get]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [events]
        verbs: [delete]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);
});
