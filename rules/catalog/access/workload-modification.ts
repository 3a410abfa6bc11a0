import { objects } from '../../contract/objects.ts';
import { defineRule, trivy } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'changes what pods run',
  requests: [
    requests('', 'pods replicationcontrollers', 'update patch'),
    requests('apps', 'deployments daemonsets statefulsets replicasets', 'update patch'),
    requests('batch', 'jobs cronjobs', 'update patch'),
  ],
};

export default defineRule({
  id: 'workload-modification',
  subject: 'rbac-rule',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Role may change what runs',
  why: 'A role that changes replicas can change the image, the command or the account of a running workload too, and nobody reviews it.',
  remedy: 'Leave changes to the pipeline; scaling has a resource of its own, `deployments/scale`.',
  ignoreWhen: 'It is a controller, or the account that deploys.',
  aliases: [trivy('KSV-0048')],
  examples: {
    bad: [
      objects`
        Role shop/web
          - apiGroups: [apps]
            resources: [deployments]
            verbs: [patch]
      `,
      objects`
        Role shop/web
          - apiGroups: [apps]
            resources: [statefulsets]
            verbs: [update, delete]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: [apps]
            resources: [deployments]
            verbs: [get]
      `,
      objects`
        Role shop/web
          - apiGroups: [apps]
            resources: [deployments/scale]
            verbs: [patch]
      `,
    ],
  },

  permission,

  check(rule, report) {
    reportPermission(rule, permission, report);
  },
});
