import { yaml } from '../../contract/example.ts';
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
  tags: [],
  since: '0.1.0',
  title: 'Role may open tunnels into pods',
  why: 'A forwarded port reaches what listens for the pod alone, past every network policy.',
  remedy: 'Remove the resource.',
  standards: [],
  aliases: [kubescape('rule-can-portforward-v1'), kubescape('C-0063')],
  examples: {
    bad: [
      yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: web
          namespace: shop
        rules:
          - apiGroups: [""]
            resources: [pods/portforward]
            verbs: [create]
      `,
      yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: web
          namespace: shop
        rules:
          - apiGroups: [""]
            resources: [pods/portforward]
            verbs: ["*"]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: ci
          namespace: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: web
        subjects:
          - kind: ServiceAccount
            name: ci
      `,
    ],
    good: [
      yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: web
          namespace: shop
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs: [create]
      `,
      yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: web
          namespace: shop
        rules:
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
