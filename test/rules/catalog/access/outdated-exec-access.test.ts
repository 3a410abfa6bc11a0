import rule from '../../../../rules/catalog/access/outdated-exec-access.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [pods, pods/attach]
    #                     ^^^^^^^^^^^ outdated-exec-access 💡
        verbs: [get]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ outdated-exec-access
  `);

  fix('takes the resource away')(objects`
      Role shop/web
        rules:
          - apiGroups: [""]
    -       resources: [pods, pods/exec]
    +       resources: [pods]
            verbs: [get]
  `);

  clean('where create is granted too')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [pods/exec]
        verbs: [get, create]
  `);

  clean('before it was asked for', { kubernetes: 34 })(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [pods/exec]
        verbs: [get]
  `);
});
