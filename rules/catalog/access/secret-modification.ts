import { objects } from '../../contract/objects.ts';
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
  title: 'Role may change any secret',
  why: 'Whoever changes secrets replaces the passwords, certificates and registry credentials of other programs with their own, without reading one.',
  remedy: 'Name the secrets in `resourceNames`, or leave changes to the program that makes them.',
  aliases: [trivy('KSV-0041')],
  examples: {
    bad: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [secrets]
            verbs: [update]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [secrets]
            verbs: [patch]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [secrets]
            verbs: [get]
      `,
      objects`
        Role shop/web
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
