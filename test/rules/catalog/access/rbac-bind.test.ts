import rule from '../../../../rules/catalog/access/rbac-bind.ts';
import { clusterRole, objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, refuses }) => {
  check('on roles of either kind, whose names the rule does not hold to')(clusterRole`
    - apiGroups: [rbac.authorization.k8s.io]
      resources: [roles, rolebindings]
      verbs: [bind, create]
    #         ^^^^ rbac-bind 💡 "May bind any role to anybody: ClusterRole shop"
    - apiGroups: ["*"]
      resources: [clusterroles]
      verbs: ["*"]
    #         ^^^ rbac-bind "includes bind"
  `);

  check('on cluster-admin by name')(clusterRole`
    - apiGroups: [rbac.authorization.k8s.io]
      resources: [clusterroles]
      resourceNames: [cluster-admin]
      verbs: [bind]
    #         ^^^^ rbac-bind 💡 "bind cluster-admin"
  `);

  clean(
    'the verb belongs to roles: on bindings it does nothing (checkov CKV_K8S_157 and CKV2_K8S_1 look there)',
  )(clusterRole`
    - apiGroups: [rbac.authorization.k8s.io]
      resources: [rolebindings, clusterrolebindings]
      verbs: [bind, create]
  `);

  clean('named roles are what it is for')(clusterRole`
    - apiGroups: [rbac.authorization.k8s.io]
      resources: [clusterroles]
      resourceNames: [admin, edit, view]
      verbs: [bind]
  `);

  refuses(
    'a star, which has to be written out',
    /wildcard-verbs/,
  )(clusterRole`
    - apiGroups: [rbac.authorization.k8s.io]
      resources: [roles]
      verbs: ["*"]
  `);

  check('handed out in a namespace, where it works')(objects`
    ClusterRole owner
      - apiGroups: [rbac.authorization.k8s.io]
        resources: [clusterroles]
        verbs: [bind]
    #           ^^^^ rbac-bind 💡
    RoleBinding shop/owner: ClusterRole owner, ServiceAccount shop/owner
    #                                   ^^^^^ rbac-bind "May bind any role in its namespace: RoleBinding owner gives account owner ClusterRole owner"
  `);
});
