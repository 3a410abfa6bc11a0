import { objects } from '../../contract/objects.ts';
import { checkov, cis, defineRule, kics, kubeLinter, kubeScore, kubescape, nsa, polaris } from '../../contract/rule.ts';
import { isIsolated, openDirections } from '../../facts/questions/isolation.ts';
import { isolatingFixes } from './shared/default-deny.ts';
import { leastPrivilegeFix } from './shared/least-privilege.ts';

export default defineRule({
  id: 'unisolated-ingress',
  subject: 'workspace',
  reads: ['workload', 'network-policy', 'service', 'settings', 'backends', 'binding'],
  joins: 'absence',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  raisedByExposure: false,
  title: 'No network policy limits who reaches the pods',
  why: 'Every pod of the cluster reaches every port of an open pod, including those bound for the same host. An attacker in one program continues to databases and admin ports.',
  remedy:
    'Add a NetworkPolicy whose `podSelector` selects the pods and whose `ingress` names who may reach them, or one for the namespace that denies by default.',
  ignoreWhen:
    "The policies of the namespace are kept elsewhere, or something else isolates the pods, such as the cloud's firewall.",
  standards: [cis('5.3.2'), nsa()],
  aliases: [
    kubeLinter('non-isolated-pod'),
    checkov('CKV2_K8S_6'),
    kubescape('C-0260'),
    kubescape('C-0030'),
    kubeScore('pod-networkpolicy'),
    polaris('missingNetworkPolicy'),
    kics('Pod Misconfigured Network Policy'),
  ],
  examples: {
    bad: [
      objects`
        Deployment shop/web app=web
      `,
      objects`
        Deployment shop/web app=web
        NetworkPolicy shop/web app=web
          policyTypes: [Egress]
      `,
    ],
    good: [
      objects`
        Deployment shop/web app=web
        NetworkPolicy shop/web app=web
          policyTypes: [Ingress]
      `,
      objects`
        Deployment shop/web app=web
        NetworkPolicy shop/default-deny
          podSelector: {}
          policyTypes: [Ingress, Egress]
      `,
    ],
  },

  check(facts, report) {
    for (const workload of facts.byKind.workload) {
      // Network policies do not reach pods that use the node's network.
      if (workload.hostNetwork === true || workload.hostNetwork === 'unknown' || isIsolated(facts, workload, 'ingress'))
        continue;
      report(
        workload,
        `No NetworkPolicy limits who reaches the pods of ${workload.kind}${workload.name === '' ? '' : ` ${workload.name}`}.`,
        {
          fix: (resource) => [
            leastPrivilegeFix(facts, workload, openDirections(facts, workload)),
            ...isolatingFixes(resource, 'ingress'),
          ],
        },
      );
    }
  },
});
