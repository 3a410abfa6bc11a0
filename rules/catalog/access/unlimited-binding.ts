import { reportBoundPermission } from '../../contract/bound-permission.ts';
import { objects } from '../../contract/objects.ts';
import { cis, defineRule, kubescape, nsa, polaris } from '../../contract/rule.ts';

export default defineRule({
  id: 'unlimited-binding',
  subject: 'workspace',
  reads: ['role', 'binding'],
  severity: 'critical',
  profile: 'essential',
  title: 'Binding grants a role that allows everything',
  why: 'Whoever is bound to it may do what an administrator may: read every secret, start any pod, change every role.',
  remedy: 'Bind a role that names what is needed.',
  ignoreWhen: 'It is for the administrators of the cluster.',
  standards: [cis('5.1.1'), nsa()],
  aliases: [
    polaris('clusterrolebindingClusterAdmin'),
    polaris('rolebindingClusterAdminClusterRole'),
    polaris('rolebindingClusterAdminRole'),
    // What such a binding gives among the rest is found as this alone.
    polaris('clusterrolebindingPodExecAttach'),
    polaris('rolebindingClusterRolePodExecAttach'),
    polaris('rolebindingRolePodExecAttach'),
    kubescape('exec-into-container-v1'),
    kubescape('rule-list-all-cluster-admins-v1'),
    kubescape('C-0035'),
  ],
  examples: {
    bad: [
      objects`
        ClusterRole web
          - apiGroups: ["*"]
            resources: ["*"]
            verbs: ["*"]
        ClusterRoleBinding ci
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: ClusterRole
            name: web
          subjects:
            - kind: User
              name: jane
      `,
      objects`
        Role shop/web
          - apiGroups: ["*"]
            resources: ["*"]
            verbs: [get, list, watch, create, update, patch, delete]
        RoleBinding shop/ci
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: Role
            name: web
          subjects:
            - kind: User
              name: jane
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: ["*"]
            resources: ["*"]
            verbs: [get, list]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
      objects`
        Role shop/web
          - apiGroups: ["*"]
            resources: ["*"]
            verbs: ["*"]
        RoleBinding shop/ci
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: Role
            name: web
          subjects:
            - kind: User
              name: system:kube-scheduler
      `,
    ],
  },

  check(facts, report) {
    reportBoundPermission(facts, { does: 'allows everything' }, report);
  },
});
