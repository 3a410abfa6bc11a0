import rule from '../../../../rules/catalog/access/authenticated-binding.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('everybody, and every service account')(objects`
    ClusterRoleBinding shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: Group
          apiGroup: rbac.authorization.k8s.io
          name: system:authenticated
      #         ^^^^^^^^^^^^^^^^^^^^ authenticated-binding 💡 "everybody with an account"
        - kind: Group
          apiGroup: rbac.authorization.k8s.io
          name: system:serviceaccounts
      #         ^^^^^^^^^^^^^^^^^^^^^^ authenticated-binding 💡 "every service account"
  `);

  clean('roles that show what everybody may know')(objects`
    ClusterRoleBinding issuer
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:service-account-issuer-discovery
      subjects:
        - kind: Group
          name: system:authenticated
  `);

  clean('the accounts of one namespace')(objects`
    ClusterRoleBinding shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: Group
          name: system:serviceaccounts:shop
        - kind: User
          name: system:authenticated
  `);

  clean('what Kubernetes brings itself')(objects`
    ClusterRoleBinding system:discovery
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:discovery
      subjects:
        - kind: Group
          name: system:authenticated
  `);

  fix('takes the subject off')(objects`
      ClusterRoleBinding shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects:
          - kind: Group
    -       name: system:authenticated
    -     - kind: Group
            name: support
  `);
});
