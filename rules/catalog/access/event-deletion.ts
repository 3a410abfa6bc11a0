import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'deletes events',
  requests: [
    requests('', 'events', 'delete deletecollection'),
    requests('events.k8s.io', 'events', 'delete deletecollection'),
  ],
};

export default defineRule({
  id: 'event-deletion',
  subject: 'rbac-rule',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Role may delete events',
  why: 'Events record what happened to pods, so attackers delete them.',
  remedy: 'Remove the verb; events expire after an hour.',
  aliases: [kubescape('rule-can-delete-k8s-events-v1'), kubescape('C-0031')],
  examples: {
    bad: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [events]
            verbs: [delete]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [events]
            verbs: ["*"]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [events]
            verbs: [create, patch]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods]
            verbs: [delete]
      `,
    ],
  },

  permission,

  check(rule, report) {
    reportPermission(rule, permission, report);
  },
});
