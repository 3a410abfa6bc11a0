import rule from '../../../../rules/catalog/access/rbac-escalate.ts';
import { clusterRole, objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('the verb, and a star on roles')(clusterRole`
    - apiGroups: [rbac.authorization.k8s.io]
      resources: [roles]
      verbs: [get, escalate]
    #              ^^^^^^^^ rbac-escalate 💡 "May give itself every permission: ClusterRole shop"
    - apiGroups: [rbac.authorization.k8s.io]
      resources: [clusterroles]
      verbs: ["*"]
    #         ^^^ rbac-escalate "includes escalate"
    - apiGroups: ["*"]
      resources: ["*"]
      verbs: [escalate]
    #         ^^^^^^^^ rbac-escalate 💡 "May give itself every permission: ClusterRole shop"
  `);

  clean('bindings cannot be escalated, nor can other groups')(clusterRole`
    - apiGroups: [rbac.authorization.k8s.io]
      resources: [rolebindings, clusterrolebindings]
      verbs: ["*"]
    - apiGroups: [""]
      resources: [roles]
      verbs: [escalate]
  `);

  clean('writing roles, which Kubernetes checks')(clusterRole`
    - apiGroups: [rbac.authorization.k8s.io]
      resources: [roles, clusterroles]
      verbs: [get, create, update, patch]
  `);

  clean('what Kubernetes brings itself')(objects`
    ClusterRole system:controller:clusterrole-aggregation-controller
      - apiGroups: [rbac.authorization.k8s.io]
        resources: [clusterroles]
        verbs: [escalate]
  `);

  fix('takes the verb away')(clusterRole`
      - apiGroups: [rbac.authorization.k8s.io]
        resources: [clusterroles]
        verbs:
          - get
    -     - escalate
          - update
  `);

  refuses(
    'a star, which has to be written out',
    /wildcard-verbs/,
  )(clusterRole`
    - apiGroups: [rbac.authorization.k8s.io]
      resources: [clusterroles]
      verbs: ["*"]
  `);
});
