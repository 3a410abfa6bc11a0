import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape, trivy } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'changes every ConfigMap',
  requests: [requests('', 'configmaps', 'create update patch delete deletecollection')],
};

export default defineRule({
  id: 'configmap-modification',
  subject: 'rbac-rule',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Role may change every ConfigMap',
  why: 'Programs trust the addresses, rules and scripts in ConfigMaps. In kube-system they hold the settings of the cluster itself.',
  remedy: 'Name in `resourceNames` those that are to be changed.',
  ignoreWhen: 'It keeps its leader election there, and its version cannot use leases.',
  aliases: [trivy('KSV-0049'), kubescape('rule-can-update-configmap-v1'), kubescape('C-0037')],
  examples: {
    bad: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [configmaps]
            verbs: [update]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [configmaps]
            verbs: ["*"]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [configmaps]
            verbs: [get, list]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [configmaps]
            verbs: [update]
            resourceNames: [web]
      `,
    ],
  },

  permission,

  check(rule, report) {
    const elects = /leader/.test(rule.role.name);
    reportPermission(rule, permission, report, { assumes: elects ? 'its leader election uses leases' : undefined });
  },
});
