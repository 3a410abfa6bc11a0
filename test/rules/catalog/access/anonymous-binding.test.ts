import rule from '../../../../rules/catalog/access/anonymous-binding.ts';
import { objects, testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the user and the group, in a ClusterRoleBinding (trivy KSV-0122 misspells the kind and sees none)')(objects`
    ClusterRoleBinding shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: User
          apiGroup: rbac.authorization.k8s.io
          name: system:anonymous
      #         ^^^^^^^^^^^^^^^^ anonymous-binding 💡 "Gives view to everybody who reaches the API server: ClusterRoleBinding shop"
        - kind: Group
          apiGroup: rbac.authorization.k8s.io
          name: system:unauthenticated
      #         ^^^^^^^^^^^^^^^^^^^^^^ anonymous-binding 💡 "Gives view to everybody who reaches the API server: ClusterRoleBinding shop"
  `);

  check('in a RoleBinding')(objects`
    RoleBinding shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: Group
          name: system:unauthenticated
      #         ^^^^^^^^^^^^^^^^^^^^^^ anonymous-binding 💡
  `);

  clean('names of the other kind, and a service account')(objects`
    ClusterRoleBinding shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: Group
          name: system:anonymous
        - kind: ServiceAccount
          name: system:anonymous
          namespace: shop
  `);

  clean('what the documentation of OpenID Connect discovery asks for')(objects`
    ClusterRoleBinding issuer
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:service-account-issuer-discovery
      subjects:
        - kind: Group
          name: system:unauthenticated
  `);

  clean('how kubeadm lets nodes join')(objects`
    RoleBinding kube-public/kubeadm:bootstrap-signer-clusterinfo
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: kubeadm:bootstrap-signer-clusterinfo
      subjects:
        - kind: User
          name: system:anonymous
  `);

  fix('takes the subject off')(objects`
      ClusterRoleBinding shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects:
          - kind: User
    -       name: system:anonymous
    -     - kind: User
            name: jane
  `);

  fix('in JSON too')(yaml`
      {
        "apiVersion": "rbac.authorization.k8s.io/v1",
        "kind": "RoleBinding",
        "metadata": { "name": "shop" },
        "roleRef": { "kind": "Role", "name": "shop" },
    -   "subjects": [
    -     { "kind": "User", "name": "system:anonymous" }
    -   ]
    +   "subjects": []
      }
  `);
});
