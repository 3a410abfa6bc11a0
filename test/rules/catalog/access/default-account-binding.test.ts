import rule from '../../../../rules/catalog/access/default-account-binding.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('whatever the role')(objects`
    ClusterRoleBinding shop: ClusterRole view, ServiceAccount whoa/default, ServiceAccount shop/cart, ServiceAccount default
    #                                                              ^^^^^^^ default-account-binding 💡 "every pod of whoa"
    #                                                                                                                ^^^^^^^ default-account-binding 💡 "every pod that"
  `);

  clean('users and groups called default')(objects`
    ClusterRoleBinding shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: User
          name: default
        - kind: Group
          name: default
  `);

  fix('takes the subject off')(
    objects`RoleBinding shop: ClusterRole view, ServiceAccount cart, ServiceAccount default`,
    objects`RoleBinding shop: ClusterRole view, ServiceAccount cart`,
  );

  fix('leaves an empty list')(
    objects`RoleBinding shop: ClusterRole view, ServiceAccount default`,
    objects`
      RoleBinding shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects: []
    `,
  );

  check('under a name that Kubernetes uses itself')(objects`
    RoleBinding kube-system/system:controller:bootstrap-signer: Role system:controller:bootstrap-signer, ServiceAccount kube-system/default
    #                                                                                                                               ^^^^^^^ default-account-binding 💡
  `);
});
