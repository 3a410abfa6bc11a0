import rule from '../../../../rules/catalog/access/service-status-modification.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [services/status]
    #               ^^^^^^^^^^^^^^^ service-status-modification 💡
        verbs: [update]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ service-status-modification
  `);

  fix('the resource')(objects`
      Role shop/web
        rules:
          - apiGroups: [""]
    -       resources: [services, services/status]
    +       resources: [services]
            verbs: [update]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [pods/status]
        verbs: [update]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);
});
