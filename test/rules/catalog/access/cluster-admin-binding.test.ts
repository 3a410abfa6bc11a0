import rule from '../../../../rules/catalog/access/cluster-admin-binding.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('for the cluster')(objects`
    ClusterRoleBinding shop: ClusterRole cluster-admin, ServiceAccount ci/deployer
    #                                    ^^^^^^^^^^^^^ cluster-admin-binding 💡 "of the cluster"
  `);

  check('and for a namespace, which kube-linter leaves out')(objects`
    RoleBinding shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      #       ^^^^^^^^^^^^^ cluster-admin-binding 💡 "of the namespace"
      subjects:
        - kind: User
          apiGroup: rbac.authorization.k8s.io
          name: jane
  `);

  clean('a Role of that name is another one')(objects`
    RoleBinding shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: cluster-admin
      subjects:
        - kind: User
          name: jane
  `);

  clean('the binding that Kubernetes brings')(objects`
    ClusterRoleBinding cluster-admin
      labels:
        kubernetes.io/bootstrapping: rbac-defaults
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      subjects:
        - kind: Group
          apiGroup: rbac.authorization.k8s.io
          name: system:masters
  `);

  fix('binds view for the cluster')(
    objects`ClusterRoleBinding shop: ClusterRole cluster-admin, ServiceAccount ci/deployer`,
    objects`ClusterRoleBinding shop: ClusterRole view, ServiceAccount ci/deployer`,
  );

  fix('binds view for the namespace')(
    objects`RoleBinding shop: ClusterRole cluster-admin, ServiceAccount deployer`,
    objects`RoleBinding shop: ClusterRole view, ServiceAccount deployer`,
  );
});
