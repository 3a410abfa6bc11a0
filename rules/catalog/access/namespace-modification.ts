import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'lifts what namespaces demand of pods',
  // A request for a namespace is asked for in it (k8s.io/apiserver, RequestInfo), so that a RoleBinding gives its own.
  requests: [requests('', 'namespaces', 'update patch')],
};

export default defineRule({
  id: 'namespace-modification',
  subject: 'rbac-rule',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Role may change namespaces',
  why: 'The labels of a namespace say which pods it admits and who reaches it, and one patch removes both.',
  remedy: 'Leave namespaces to administrators.',
  examples: {
    bad: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [namespaces]
            verbs: [patch]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [namespaces]
            verbs: ["*"]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [namespaces]
            verbs: [get, list]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [namespaces/status]
            verbs: [patch]
      `,
    ],
  },

  permission,

  check(rule, report) {
    reportPermission(rule, permission, report);
  },
});
