import rule from '../../../../rules/catalog/access/workload-modification.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [apps]
        resources: [daemonsets]
    #               ^^^^^^^^^^ workload-modification 💡
        verbs: [get, patch]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ workload-modification
  `);

  fix('the verb')(objects`
      Role shop/web
        rules:
          - apiGroups: [apps]
            resources: [daemonsets]
    -       verbs: [get, patch]
    +       verbs: [get]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [apps]
        resources: [daemonsets]
        verbs: [create]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);
});
