import { clusterRole } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { cis, defineRule, kubescape } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'creates volumes, even of node folders',
  requests: [requests('', 'persistentvolumes', 'create')],
};

export default defineRule({
  id: 'volume-creation',
  subject: 'rbac-rule',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Role may create persistent volumes',
  why: 'A volume of the type hostPath is any folder of a node; a pod mounts it by a claim that no standard looks at.',
  remedy: 'Leave volumes to provisioners; who needs storage creates claims.',
  ignoreWhen: 'It is a provisioner.',
  standards: [cis('5.1.9')],
  aliases: [kubescape('rule-can-create-pv'), kubescape('C-0278')],
  examples: {
    bad: [
      clusterRole`
        - apiGroups: [""]
          resources: [persistentvolumes]
          verbs: [create]
      `,
      objects`
        ClusterRole web
          - apiGroups: [""]
            resources: [persistentvolumes]
            verbs: ["*"]
        ClusterRoleBinding ci: ClusterRole web, ServiceAccount shop/ci
      `,
    ],
    good: [
      clusterRole`
        - apiGroups: [""]
          resources: [persistentvolumeclaims]
          verbs: [create]
      `,
      clusterRole`
        - apiGroups: [""]
          resources: [persistentvolumes]
          verbs: [get]
      `,
    ],
  },

  permission,

  check(rule, report) {
    reportPermission(rule, permission, report);
  },
});
