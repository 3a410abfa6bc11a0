import rule from '../../../../rules/catalog/access/broad-role-binding.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('for the cluster and for a namespace')(objects`
    ClusterRoleBinding ci
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: admin
      #       ^^^^^ broad-role-binding
      subjects:
        - kind: User
          name: jane
    RoleBinding shop/ci
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: edit
      #       ^^^^ broad-role-binding
      subjects:
        - kind: User
          name: jane
  `);

  clean('roles of that name, and bindings of nobody')(objects`
    RoleBinding shop/ci
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: admin
      subjects:
        - kind: User
          name: jane
    RoleBinding shop/ci
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: edit
      subjects: []
  `);
});
