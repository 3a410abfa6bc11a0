import { yaml } from '../../contract/example.ts';
import { defineRule, trivy } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'replaces any secret',
  requests: [requests('', 'secrets', 'update patch')],
};

export default defineRule({
  id: 'secret-modification',
  subject: 'rbac-rule',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  tags: [],
  since: '0.1.0',
  title: 'Role may change any secret',
  why: 'Whoever changes secrets replaces the passwords, certificates and registry credentials of other programs with their own, without reading one.',
  remedy: 'Name the secrets in `resourceNames`, or leave changes to the program that makes them.',
  standards: [],
  aliases: [trivy('KSV-0041')],
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
            resources: [secrets]
            verbs: [update]
      `,
      yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: web
          namespace: shop
        rules:
          - apiGroups: [""]
            resources: [secrets]
            verbs: [patch]
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
            resources: [secrets]
            verbs: [get]
      `,
      yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: web
          namespace: shop
        rules:
          - apiGroups: [""]
            resources: [secrets]
            verbs: [update]
            resourceNames: [web]
      `,
    ],
  },

  permission,

  check(rule, report) {
    reportPermission(rule, permission, report);
  },
});
