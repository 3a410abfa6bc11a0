import rule from '../../../../rules/catalog/access/debug-container.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [pods, pods/ephemeralcontainers]
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^ debug-container 💡
        verbs: [get, patch]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ debug-container
  `);

  fix('the resource')(objects`
      Role shop/web
        rules:
          - apiGroups: [""]
    -       resources: [pods, pods/ephemeralcontainers]
    +       resources: [pods]
            verbs: [patch]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [pods/status]
        verbs: [patch]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);
});
