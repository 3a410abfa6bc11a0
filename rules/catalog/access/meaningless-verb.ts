import { objects } from '../../contract/objects.ts';
import { checkov, defineRule, trivy } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'names a verb that means nothing there',
  namedResources: 'any',
  requests: [
    requests('', 'configmaps secrets services endpoints pods namespaces nodes', 'impersonate bind escalate approve'),
    requests('discovery.k8s.io', 'endpointslices', 'impersonate bind escalate'),
    requests('networking.k8s.io', 'networkpolicies ingresses', 'impersonate bind escalate'),
    requests(
      'admissionregistration.k8s.io',
      'mutatingwebhookconfigurations validatingwebhookconfigurations',
      'impersonate bind escalate',
    ),
    requests('rbac.authorization.k8s.io', 'rolebindings clusterrolebindings', 'impersonate bind escalate'),
  ],
};

export default defineRule({
  id: 'meaningless-verb',
  subject: 'rbac-rule',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  title: 'Role grants a verb that has no effect',
  why: 'Kubernetes never checks the verb there, so it protects or permits nothing.',
  remedy:
    'Remove the verb, or name the resources that it is for: users, groups and accounts for `impersonate`, roles for `bind` and `escalate`.',
  aliases: [trivy('KSV-0049'), trivy('KSV-0056'), trivy('KSV-0114'), trivy('KSV-0115'), checkov('CKV2_K8S_1')],
  examples: {
    bad: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [configmaps]
            verbs: [impersonate]
      `,
      objects`
        Role shop/web
          - apiGroups: [rbac.authorization.k8s.io]
            resources: [rolebindings]
            verbs: [bind]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [users]
            verbs: [impersonate]
      `,
      objects`
        Role shop/web
          - apiGroups: [rbac.authorization.k8s.io]
            resources: [roles]
            verbs: [bind]
      `,
    ],
  },

  permission,

  check(rule, report) {
    // The star stands for verbs that are asked for.
    if (rule.verbs.some(({ text }) => text === '*')) return;
    reportPermission(rule, permission, report, { isVain: true });
  },
});
