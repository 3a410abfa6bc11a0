import rule from '../../../../rules/catalog/access/cluster-configmap-modification.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('on the role, and on the binding that hands it out')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [configmaps]
    #               ^^^^^^^^^^ cluster-configmap-modification 💡
        verbs: [get, update]
        resourceNames: ["coredns", "web"]
    RoleBinding shop/ci: Role web, ServiceAccount ci
    #                         ^^^ cluster-configmap-modification
  `);

  fix('the verb')(objects`
      Role shop/web
        rules:
          - apiGroups: [""]
            resources: [configmaps]
    -       verbs: [get, update]
    +       verbs: [get]
            resourceNames: [aws-auth]
  `);

  clean('other requests')(objects`
    Role shop/web
      - apiGroups: [""]
        resources: [configmaps]
        verbs: [update]
        resourceNames: [mine]
    RoleBinding shop/ci: Role web, ServiceAccount ci
  `);
});
