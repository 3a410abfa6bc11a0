import rule from '../../../../rules/catalog/access/token-request.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [pods, serviceaccounts/token]
    #                     ^^^^^^^^^^^^^^^^^^^^^ token-request 💡
        verbs: [get, create]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ token-request
  `);

  fix('the resource')(objects`
      Role shop/web
        rules:
          - apiGroups: [""]
    -       resources: [pods, serviceaccounts/token]
    +       resources: [pods]
            verbs: [get, create]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [serviceaccounts/token]
        verbs: [get]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);
});
