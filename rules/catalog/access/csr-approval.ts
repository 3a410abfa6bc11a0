import { clusterRole } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { checkov, cis, defineRule, kubescape } from '../../contract/rule.ts';
import { isBootstrapRole } from '../../model/kubernetes/access.ts';

export default defineRule({
  id: 'csr-approval',
  subject: 'resource',
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
        ClusterRole signer
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
    ],
    good: [
      clusterRole`
        - apiGroups: [certificates.k8s.io]
          resources: [certificatesigningrequests/approval]
          verbs: [update]
      `,
      objects`
        ClusterRole signer
          - apiGroups: [certificates.k8s.io]
            resources: [certificatesigningrequests/approval]
            verbs: [update]
          - apiGroups: [certificates.k8s.io]
            resources: [signers]
            resourceNames: [example.com/web]
            verbs: [approve]
      `,
    ],
  },

  check(resource, report) {
    if (resource.kind !== 'ClusterRole' || isBootstrapRole(resource)) return;
    // Both are asked for: the request is changed, and its signer is used.
    const approves = resource.rules.flatMap(
      (rule) => rule.grants(group, 'certificatesigningrequests/approval', ['update', 'patch']) ?? [],
    );
    const signs = resource.rules
      .filter(({ resourceNames }) => resourceNames.length === 0)
      .flatMap((rule) => rule.grants(group, 'signers', ['approve']) ?? []);
    const [first] = approves;
    // Stars on both sides are the wildcard rules' matter.
    if (first === undefined || signs.length === 0 || resource.rules.some(({ unlimited }) => unlimited)) return;
    report(first.resource.field, `Approves certificates of every signer: ${resource.label}.`);
  },
});

const group = 'certificates.k8s.io';
