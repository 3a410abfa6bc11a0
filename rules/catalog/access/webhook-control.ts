import type { Weight } from '../../contract/finding.ts';
import { objects } from '../../contract/objects.ts';
import { checkov, cis, defineRule, kubescape, trivy } from '../../contract/rule.ts';
import { type Permission, requests } from '../../model/kubernetes/permission.ts';
import { reportPermission } from './shared/report-permission.ts';

const permission: Permission = {
  does: 'changes what admission lets in',
  requests: [
    requests(
      'admissionregistration.k8s.io',
      'mutatingwebhookconfigurations validatingwebhookconfigurations validatingadmissionpolicies validatingadmissionpolicybindings mutatingadmissionpolicies mutatingadmissionpolicybindings',
      'create update patch delete deletecollection',
    ),
  ],
};

export default defineRule({
  id: 'webhook-control',
  subject: 'rbac-rule',
  severity: 'critical',
  profile: 'essential',
  fix: 'review',
  title: 'Role may change what admission does',
  why: 'A webhook sees every object that is created, secrets among them, and changes it on its way in; without one, or without a policy, nothing is refused any more.',
  remedy: 'Leave webhooks and admission policies to administrators.',
  ignoreWhen: 'It installs a webhook of its own and cannot name it beforehand.',
  standards: [cis('5.1.12')],
  aliases: [
    checkov('CKV_K8S_155'),
    trivy('KSV-0114'),
    kubescape('rule-can-modify-admission-webhooks'),
    kubescape('C-0281'),
  ],
  examples: {
    bad: [
      objects`
        ClusterRole web
          - apiGroups: [admissionregistration.k8s.io]
            resources: [mutatingwebhookconfigurations]
            verbs: [create]
      `,
      objects`
        ClusterRole web
          - apiGroups: [admissionregistration.k8s.io]
            resources: [validatingadmissionpolicies]
            verbs: ["*"]
        ClusterRoleBinding ci: ClusterRole web, ServiceAccount shop/ci
      `,
    ],
    good: [
      objects`
        ClusterRole web
          - apiGroups: [admissionregistration.k8s.io]
            resources: [mutatingwebhookconfigurations]
            verbs: [get, list]
      `,
      objects`
        ClusterRole web
          - apiGroups: [admissionregistration.k8s.io]
            resources: [validatingwebhookconfigurations]
            verbs: [update, patch]
            resourceNames: [cert-manager-webhook]
      `,
    ],
  },

  permission,

  check(rule, report) {
    const weight: Weight = isInjector(rule.role.name) ? { from: 'strict' } : {};
    reportPermission(rule, permission, (place, message, fix) => report(place, message, fix, [], weight));
  },
});

/** What writes certificates into webhooks and does nothing else. Sources: cert-manager documentation, "CA Injector"; ingress-nginx, "Webhook". */
const isInjector = (name: string): boolean => /(?:^|-)(?:cainjector|ingress-nginx-admission)$/.test(name);
