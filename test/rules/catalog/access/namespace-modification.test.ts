import rule from '../../../../rules/catalog/access/namespace-modification.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [namespaces]
    #               ^^^^^^^^^^ namespace-modification 💡
        verbs: [get, patch]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ namespace-modification
  `);

  fix('the verb')(objects`
      Role shop/web
        rules:
          - apiGroups: [""]
            resources: [namespaces]
    -       verbs: [get, patch]
    +       verbs: [get]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [namespaces]
        verbs: [create]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);
});
