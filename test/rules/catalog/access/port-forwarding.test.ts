import rule from '../../../../rules/catalog/access/port-forwarding.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [pods, pods/portforward]
    #                     ^^^^^^^^^^^^^^^^ port-forwarding 💡
        verbs: [create]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ port-forwarding
  `);

  fix('the resource')(objects`
      Role shop/web
        rules:
          - apiGroups: [""]
    -       resources: [pods, pods/portforward]
    +       resources: [pods]
            verbs: [create]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [pods/portforward]
        verbs: [list]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);
});
