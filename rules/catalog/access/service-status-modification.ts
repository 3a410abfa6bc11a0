import { objects } from '../../contract/objects.ts';
import { checkov, defineRule } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'takes over traffic by Service status',
  requests: [
    requests('', 'services/status', 'update patch'),
    requests('rbac.authorization.k8s.io', 'services/status', 'update patch'),
  ],
};

export default defineRule({
  id: 'service-status-modification',
  subject: 'rbac-rule',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Role may give Services addresses',
  why: 'Whoever sets the status of a Service takes over the traffic of every pod to any address (CVE-2020-8554).',
  remedy: 'Leave `services/status` to the controller of the load balancer.',
  aliases: [checkov('CKV2_K8S_4')],
  examples: {
    bad: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [services/status]
            verbs: [patch]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [services/status]
            verbs: ["*"]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [services]
            verbs: [patch]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [services/status]
            verbs: [get]
      `,
    ],
  },

  permission,

  check(rule, report) {
    reportPermission(rule, permission, report);
  },
});
