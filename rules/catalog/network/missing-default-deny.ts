import { objects } from '../../contract/objects.ts';
import { cis, defineRule, kubeaudit, kubescape, nsa } from '../../contract/rule.ts';
import { deniesByDefault } from '../../facts/questions/isolation.ts';
import { isSystemNamespace } from '../../model/kubernetes/namespace.ts';
import { defaultDenyFix } from './shared/default-deny.ts';
import { assumedOfTraffic } from './shared/known-traffic.ts';

export default defineRule({
  id: 'missing-default-deny',
  subject: 'workspace',
  reads: ['namespace', 'network-policy', 'workload', 'pod-maker', 'service', 'settings', 'binding'],
  joins: 'absence',
  severity: 'medium',
  profile: 'recommended',
  inSamples: 'strict',
  fix: 'review',
  title: 'Namespace allows traffic by default',
  why: 'A pod that no policy selects is open to the whole cluster and may reach all of it. Without a default, that is every pod that somebody forgot.',
  remedy:
    'Add a NetworkPolicy with an empty `podSelector` and the types `Ingress` and `Egress`, and allow what is needed by further ones.',
  ignoreWhen: 'The policies of the namespace are kept elsewhere, or the cluster denies by default.',
  standards: [cis('5.3.2'), nsa()],
  aliases: [
    kubescape('C-0206'),
    kubescape('C-0049'),
    kubescape('C-0054'),
    kubeaudit('netpols'),
    kubeaudit('MissingDefaultDenyIngressNetworkPolicy'),
    kubeaudit('MissingDefaultDenyEgressNetworkPolicy'),
    kubeaudit('MissingDefaultDenyIngressAndEgressNetworkPolicy'),
  ],
  examples: {
    bad: [
      objects`Namespace shop`,
      objects`
        Namespace shop
        NetworkPolicy shop/web app=web
          policyTypes: [Ingress, Egress]
      `,
    ],
    good: [
      objects`
        Namespace shop
        NetworkPolicy shop/default-deny
          podSelector: {}
          policyTypes: [Ingress, Egress]
      `,
      objects`
        Namespace shop
        CiliumNetworkPolicy.cilium.io/v2 shop/default-deny
          endpointSelector: {}
          ingress:
            - {}
          egress:
            - {}
      `,
    ],
  },

  check(facts, report) {
    for (const namespace of facts.byKind.namespace) {
      const { name } = namespace;
      if (name === '' || isSystemNamespace(name)) continue;
      const open = (['ingress', 'egress'] as const).filter(
        (direction) => !deniesByDefault(facts, namespace, direction),
      );
      if (open.length === 0) continue;
      const what =
        open.length === 2 ? 'all traffic' : open.includes('ingress') ? 'all incoming traffic' : 'all outgoing traffic';
      report(namespace, `Lets ${what} of its pods through by default: namespace ${name}.`, {
        fix: () => ({
          ...defaultDenyFix(name, open, assumedOfTraffic(facts, name, open)),
          hardens: true,
          caution: 'traffic that no policy allows stops',
        }),
      });
    }
  },
});
