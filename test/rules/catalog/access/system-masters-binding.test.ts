import rule from '../../../../rules/catalog/access/system-masters-binding.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('in a ClusterRoleBinding (trivy KSV-0123 misspells the kind and sees none)')(objects`
    ClusterRoleBinding shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: Group
          apiGroup: rbac.authorization.k8s.io
          name: system:masters
      #         ^^^^^^^^^^^^^^ system-masters-binding 💡
  `);

  check('in a RoleBinding, at its own place')(objects`
    RoleBinding shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: User
          name: jane
        - kind: Group
          name: "system:masters"
      #         ^^^^^^^^^^^^^^^^ system-masters-binding 💡
  `);

  clean('a user of that name is not the group')(objects`
    ClusterRoleBinding shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: User
          name: system:masters
  `);

  fix('takes the subject off')(objects`
      ClusterRoleBinding shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects:
          - kind: Group
            apiGroup: rbac.authorization.k8s.io
    -       name: system:masters
    -     - kind: Group
    -       apiGroup: rbac.authorization.k8s.io
            name: platform
  `);

  fix('leaves an empty list')(objects`
      ClusterRoleBinding shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
    -   subjects:
    -     - kind: Group
    -       apiGroup: rbac.authorization.k8s.io
    -       name: system:masters
    +   subjects: []
  `);
});
