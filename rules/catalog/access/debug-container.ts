import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'puts containers into running pods',
  requests: [requests('', 'pods/ephemeralcontainers', 'update patch')],
};

export default defineRule({
  id: 'debug-container',
  subject: 'rbac-rule',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Role may add containers to running pods',
  why: 'A container for debugging shares the processes and the secrets of the pod: it is a shell in every one of them.',
  remedy: 'Remove `pods/ephemeralcontainers`, or leave it to people who may open shells.',
  examples: {
    bad: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods/ephemeralcontainers]
            verbs: [patch]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods/ephemeralcontainers]
            verbs: ["*"]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods]
            verbs: [patch]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods/ephemeralcontainers]
            verbs: [get]
      `,
    ],
  },

  permission,

  check(rule, report) {
    reportPermission(rule, permission, report);
  },
});
