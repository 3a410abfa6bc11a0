import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'opens tunnels into pods',
  requests: [requests('', 'pods/portforward', 'create get')],
};

export default defineRule({
  id: 'port-forwarding',
  subject: 'rbac-rule',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Role may open tunnels into pods',
  why: 'A forwarded port reaches what listens for the pod alone, past every network policy.',
  remedy: 'Remove the resource.',
  aliases: [kubescape('rule-can-portforward-v1'), kubescape('C-0063')],
  examples: {
    bad: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods/portforward]
            verbs: [create]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods/portforward]
            verbs: ["*"]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods]
            verbs: [create]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods/log]
            verbs: [get]
      `,
    ],
  },

  permission,

  check(rule, report) {
    reportPermission(rule, permission, report);
  },
});
