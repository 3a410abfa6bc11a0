import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape, trivy } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'changes settings of the cluster',
  requests: [requests('', 'configmaps', 'create update patch delete deletecollection')],
  namedResources: ['aws-auth', 'coredns', 'kube-proxy', 'kubeadm-config', 'extension-apiserver-authentication'],
};

export default defineRule({
  id: 'cluster-configmap-modification',
  subject: 'rbac-rule',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Role may change settings of the cluster',
  why: 'Whoever writes aws-auth makes anybody an administrator of the cluster. Whoever writes coredns sends the traffic of every pod where they like.',
  remedy: 'Leave them to administrators.',
  aliases: [trivy('KSV-0115'), kubescape('rule-can-update-configmap-v1'), kubescape('C-0037')],
  examples: {
    bad: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [configmaps]
            verbs: [update]
            resourceNames: [aws-auth]
      `,
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [configmaps]
            verbs: [patch]
            resourceNames: [coredns]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [configmaps]
            verbs: [get]
            resourceNames: [aws-auth]
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
    reportPermission(rule, permission, report);
  },
});
