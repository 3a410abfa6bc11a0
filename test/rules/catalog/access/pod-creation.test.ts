import rule from '../../../../rules/catalog/access/pod-creation.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [batch, ""]
        resources: [cronjobs, services]
    #               ^^^^^^^^ pod-creation 💡
        verbs: [create, get]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ pod-creation
  `);

  fix('the resource')(objects`
      Role shop/web
        rules:
          - apiGroups: [batch]
    -       resources: [jobs, cronjobs/status]
    +       resources: [cronjobs/status]
            verbs: [create]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [apps]
        resources: [deployments]
        verbs: [get, patch]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);
});
