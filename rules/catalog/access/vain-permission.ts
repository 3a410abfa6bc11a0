import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape, trivy } from '../../contract/rule.ts';
import { plain } from '../../model/kubernetes/access.ts';
import { vainResource } from './shared/vain.ts';

export default defineRule({
  id: 'vain-permission',
  subject: 'rbac-rule',
  severity: 'info',
  profile: 'all',
  title: 'Role names what lies in no namespace',
  why: 'A Role gives nothing outside of its namespace, so the program fails; and whoever turns it into a ClusterRole one day gives more than anybody reviewed.',
  remedy: 'Remove the resource, or bind a ClusterRole that names this resource alone with a ClusterRoleBinding.',
  aliases: [
    kubescape('rule-can-access-proxy-subresource'),
    kubescape('rule-can-modify-admission-webhooks'),
    trivy('KSV-0114'),
  ],
  examples: {
    bad: [
      objects`
        Role shop/agent
          - apiGroups: [""]
            resources: [nodes/proxy]
            verbs: [get]
      `,
      objects`
        Role shop/agent
          - apiGroups: [admissionregistration.k8s.io]
            resources: [mutatingwebhookconfigurations]
            verbs: ["*"]
      `,
    ],
    good: [
      objects`
        Role shop/agent
          - apiGroups: [""]
            resources: [namespaces]
            verbs: [get]
      `,
      objects`
        ClusterRole agent
          - apiGroups: [""]
            resources: [nodes/proxy]
            verbs: [get]
      `,
    ],
  },

  check(rule, report) {
    if (rule.role.kind !== 'Role' || rule.bootstrap) return;
    const vain = rule.resources[vainResource(plain(rule)) ?? -1];
    if (vain !== undefined)
      report(vain.field, `Has no effect, since it lies in no namespace: ${vain.text}, in ${rule.role.label}.`);
  },
});
