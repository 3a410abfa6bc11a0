import rule from '../../../../rules/catalog/access/meaningless-verb.ts';
import { clusterRole, objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [configmaps]
    #               ^^^^^^^^^^ meaningless-verb 💡
        verbs: [get, impersonate]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ meaningless-verb
  `);

  fix('the verb')(objects`
      Role shop/web
        rules:
          - apiGroups: [""]
            resources: [configmaps]
    -       verbs: [get, impersonate]
    +       verbs: [get]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [rbac.authorization.k8s.io]
        resources: [clusterroles]
        verbs: [list]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);

  clean('the star, which is a matter of its own')(clusterRole`
    - apiGroups: [""]
      resources: [pods]
      verbs: ["*", bind]
  `);
});
