import { yaml } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'lifts what namespaces demand of pods',
  // A request for a namespace is asked for in it (k8s.io/apiserver, RequestInfo), so that a RoleBinding gives its own.
  requests: [{ ...requests('', 'namespaces', 'update patch'), inNamespaces: true }],
};

export default defineRule({
  id: 'namespace-modification',
  subject: 'rbac-rule',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  tags: [],
  since: '0.1.0',
  title: 'Role may change namespaces',
  why: 'The labels of a namespace say which pods it admits and who reaches it, and one patch removes both.',
  remedy: 'Leave namespaces to administrators.',
  standards: [],
  aliases: [],
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
            resources: [namespaces]
            verbs: [patch]
      `,
      yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: web
          namespace: shop
        rules:
          - apiGroups: [""]
            resources: [namespaces]
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
            resources: [namespaces]
            verbs: [get, list]
      `,
      yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: web
          namespace: shop
        rules:
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
