import rule from '../../../../rules/catalog/access/binding-modification.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [rbac.authorization.k8s.io]
        resources: [rolebindings]
    #               ^^^^^^^^^^^^ binding-modification 💡
        verbs: [get, patch]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ binding-modification
  `);

  fix('the verb')(objects`
      Role shop/web
        rules:
          - apiGroups: [rbac.authorization.k8s.io]
            resources: [rolebindings]
    -       verbs: [get, patch]
    +       verbs: [get]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [rbac.authorization.k8s.io]
        resources: [roles]
        verbs: [list]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);
});
