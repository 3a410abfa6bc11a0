import rule from '../../../../rules/catalog/access/unlimited-binding.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('with a star, and with every verb')(objects`
    ClusterRole web
      - apiGroups: ["*"]
        resources: ["*"]
        verbs: ["*"]
    ClusterRoleBinding ci
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: web
      #       ^^^ unlimited-binding
      subjects:
        - kind: User
          name: jane
    Role shop/shop
      - apiGroups: ["*"]
        resources: ["*"]
        verbs: [get, list, watch, create, update, patch, delete]
    RoleBinding shop/ci
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: shop
      #       ^^^^ unlimited-binding
      subjects:
        - kind: User
          name: jane
  `);

  clean('to nobody')(objects`
    ClusterRole web
      - apiGroups: ["*"]
        resources: ["*"]
        verbs: ["*"]
    ClusterRoleBinding ci
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: web
  `);
});
