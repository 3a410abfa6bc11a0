import { clusterRole } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'draws pods onto nodes of choice',
  requests: [requests('', 'nodes', 'update patch')],
};

export default defineRule({
  id: 'node-modification',
  subject: 'rbac-rule',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Role may change nodes',
  why: 'Labels and taints decide where pods run: whoever changes them moves pods with secrets to a node that they control.',
  remedy: 'Leave nodes to the kubelet and to administrators.',
  ignoreWhen: 'It is a controller of nodes.',
  examples: {
    bad: [
      clusterRole`
        - apiGroups: [""]
          resources: [nodes]
          verbs: [patch]
      `,
      objects`
        ClusterRole web
          - apiGroups: [""]
            resources: [nodes]
            verbs: ["*"]
        ClusterRoleBinding ci: ClusterRole web, ServiceAccount shop/ci
      `,
    ],
    good: [
      clusterRole`
        - apiGroups: [""]
          resources: [nodes]
          verbs: [get, list]
      `,
      clusterRole`
        - apiGroups: [""]
          resources: [nodes/status]
          verbs: [patch]
      `,
    ],
  },

  permission,

  check(rule, report) {
    reportPermission(rule, permission, report);
  },
});
