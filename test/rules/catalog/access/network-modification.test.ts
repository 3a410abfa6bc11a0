import rule from '../../../../rules/catalog/access/network-modification.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [networking.k8s.io]
        resources: [ingresses]
    #               ^^^^^^^^^ network-modification 💡
        verbs: [get, update]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ network-modification
  `);

  fix('the verb')(objects`
      Role shop/web
        rules:
          - apiGroups: [networking.k8s.io]
            resources: [ingresses]
    -       verbs: [get, update]
    +       verbs: [get]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [services/proxy]
        verbs: [get]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);
});
