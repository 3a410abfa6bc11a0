import { clusterRole } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { checkov, cis, defineRule, kubescape } from '../../contract/rule.ts';
import { plain } from '../../model/kubernetes/access.ts';
import { grantAlong, type Permission } from '../../model/kubernetes/permission.ts';
import { certificateApproval } from '../../model/kubernetes/strong-permissions.ts';

const permission: Permission = { does: 'approves certificates for any user', ...certificateApproval };

export default defineRule({
  id: 'csr-approval',
  subject: 'rbac-rule',
  severity: 'high',
  profile: 'recommended',
  title: 'Role may sign certificates for any user',
  why: 'A certificate of the cluster is a login. Whoever approves requests makes one for any user, also for the group `system:masters` on clusters that do not forbid it.',
  remedy: 'Leave approval to the controller, or name in `resourceNames` the one signer that is meant.',
  ignoreWhen: 'It is the controller that approves certificates of nodes.',
  standards: [cis('5.1.11')],
  aliases: [checkov('CKV_K8S_156'), kubescape('rule-can-approve-cert-signing-request'), kubescape('C-0280')],
  examples: {
    bad: [
      objects`
        ClusterRole csr
          - apiGroups: [certificates.k8s.io]
            resources: [certificatesigningrequests/approval]
            verbs: [update]
          - apiGroups: [certificates.k8s.io]
            resources: [signers]
            verbs: [approve]
      `,
      clusterRole`
        - apiGroups: [certificates.k8s.io]
          resources: ["*"]
          verbs: [approve, patch]
      `,
      objects`
        ClusterRole csr
          - apiGroups: [certificates.k8s.io]
            resources: [certificatesigningrequests/approval]
            verbs: [update]
          - apiGroups: [certificates.k8s.io]
            resources: [signers]
            resourceNames: [kubernetes.io/kube-apiserver-client]
            verbs: [approve]
        ClusterRoleBinding csr: ClusterRole csr, ServiceAccount infra/csr
      `,
    ],
    good: [
      clusterRole`
        - apiGroups: [certificates.k8s.io]
          resources: [certificatesigningrequests/approval]
          verbs: [update]
      `,
      objects`
        ClusterRole csr
          - apiGroups: [certificates.k8s.io]
            resources: [certificatesigningrequests/approval]
            verbs: [update]
          - apiGroups: [certificates.k8s.io]
            resources: [signers]
            resourceNames: [example.com/web]
            verbs: [approve]
        ClusterRoleBinding csr: ClusterRole csr, ServiceAccount infra/csr
      `,
    ],
  },

  permission,

  check(rule, report) {
    const grant = rule.grants('certificates.k8s.io', 'certificatesigningrequests/approval', ['update', 'patch']);
    if (grant === undefined || rule.resourceNames.length > 0 || rule.bootstrap) return;
    // Stars on both sides are the wildcard rules' matter.
    const { rules } = rule.role;
    if (rules.some(({ unlimited }) => unlimited) || !grantAlong(rules.map(plain), permission)) return;
    report(grant.resource.field, `Approves certificates for any user: ${rule.role.label}.`);
  },
});
