import { objects } from '../../contract/objects.ts';
import { cis, defineRule, kubeScore, kubescape, nsa, polaris } from '../../contract/rule.ts';
import { isIsolated, openDirections } from '../../facts/questions/isolation.ts';
import { isolatingFixes, readsOfIsolation } from './shared/default-deny.ts';
import { leastPrivilegeFix } from './shared/least-privilege.ts';

export default defineRule({
  id: 'unisolated-egress',
  subject: 'workspace',
  reads: readsOfIsolation,
  joins: 'absence',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  raisedByExposure: false,
  title: 'No network policy limits what the pods reach',
  why: "A program that was broken into sends data out, downloads tools, and reaches the cloud's metadata service and every other pod. Nothing between it and the internet blocks it.",
  remedy: 'Add a NetworkPolicy with the type `Egress` that selects the pods and names what they reach, DNS among it.',
  ignoreWhen:
    "The policies of the namespace are kept elsewhere, or something else isolates the pods, such as the cloud's firewall.",
  standards: [cis('5.3.2'), nsa()],
  aliases: [kubescape('C-0030'), kubeScore('pod-networkpolicy'), polaris('missingNetworkPolicy')],
  examples: {
    bad: [
      objects`Deployment shop/web app=web`,
      objects`
        Deployment shop/web app=web
        NetworkPolicy shop/web app=web
          policyTypes: [Ingress]
      `,
    ],
    good: [
      objects`
        Deployment shop/web app=web
        NetworkPolicy shop/web app=web
          policyTypes: [Egress]
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
      if (workload.hostNetwork === true || workload.hostNetwork === 'unknown' || isIsolated(facts, workload, 'egress'))
        continue;
      report(
        workload,
        `No NetworkPolicy limits what is reached by the pods of ${workload.kind}${workload.name === '' ? '' : ` ${workload.name}`}.`,
        {
          fix: (resource) => [
            leastPrivilegeFix(facts, workload, openDirections(facts, workload)),
            ...isolatingFixes(facts, resource, workload, 'egress'),
          ],
        },
      );
    }
  },
});
