import { clusterRole } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { checkov, cis, defineRule, kics, kubeLinter, kubescape, nsa, polaris, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'unlimited-access',
  subject: 'rbac-rule',
  severity: 'critical',
  profile: 'essential',
  title: 'Role allows everything',
  why: 'Whoever is bound to the role controls all it reaches: a stolen token reads every secret, runs privileged pods and, from a ClusterRole, controls the cluster.',
  remedy: 'Name the API groups, resources and verbs that the program uses. Its audit log tells which these are.',
  ignoreWhen: 'The role is meant for the administrators of a cluster that nobody else uses.',
  standards: [cis('5.1.3'), nsa()],
  aliases: [
    kubescape('exec-into-container-v1'),
    kubescape('rule-can-list-get-secrets-v1'),
    kubescape('rule-list-all-cluster-admins-v1'),
    trivy('KSV-0044'),
    trivy('KSV-0046'),
    trivy('KSV-0112'),
    kubescape('C-0187'),
    kubescape('C-0035'),
    checkov('CKV_K8S_49'),
    kubeLinter('wildcard-in-rules'),
    polaris('rolePodExecAttach'),
    polaris('clusterrolePodExecAttach'),
    trivy('KSV-0050'),
    kubescape('C-0002'),
    kubescape('C-0015'),
    kubescape('C-0065'),
    kics('RBAC Wildcard In Rule'),
  ],
  examples: {
    bad: [
      clusterRole`
        - apiGroups: ["*"]
          resources: ["*"]
          verbs: ["*"]
      `,
      objects`
        Role shop/deployer
          - apiGroups: ["", "*"]
            resources: [pods, "*"]
            verbs: [get, "*"]
      `,
    ],
    good: [
      clusterRole`
        - apiGroups: [shop.example.com]
          resources: [carts]
          verbs: [get, list, watch]
      `,
      objects`
        ClusterRole cluster-admin
          labels:
            kubernetes.io/bootstrapping: rbac-defaults
          - apiGroups: ["*"]
            resources: ["*"]
            verbs: ["*"]
      `,
    ],
  },

  check(rule, report) {
    const star = rule.resource('*');
    if (!rule.unlimited || star === undefined || rule.bootstrap) return;
    report(
      star.field,
      `May do everything with every resource${rule.role.kind === 'ClusterRole' ? '' : ' of its namespace'}: ${rule.role.label}.`,
    );
  },
});
