import { type NetworkRule, networkPolicyOf, type Opening, openingOf } from '../model/kubernetes/network.ts';
import { cis, defineRule, type Fix, kubeaudit, nsa, yaml } from '../rule.ts';

export default defineRule({
  id: 'open-network-policy',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  tags: [],
  since: '0.1.0',
  title: 'Network policy lets everybody in or out',
  why: 'Policies add up: one rule that allows everything undoes every other policy for the same pods, the default deny among them.',
  remedy: 'Name the pods, namespaces or addresses under `from` or `to`.',
  ignoreWhen: 'The pods are the public front of the cluster and the rule names their port.',
  standards: [cis('5.3.2'), nsa()],
  aliases: [kubeaudit('netpols')],
  examples: {
    bad: [
      yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
          namespace: shop
        spec:
          podSelector: {}
          ingress:
            - {}
      `,
      yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
          namespace: shop
        spec:
          podSelector:
            matchLabels:
              app: web
          ingress:
            - from:
                - namespaceSelector: {}
      `,
    ],
    good: [
      yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
          namespace: shop
        spec:
          podSelector:
            matchLabels:
              app: web
          ingress:
            - from:
                - podSelector:
                    matchLabels:
                      app: gateway
      `,
      yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
          namespace: shop
        spec:
          podSelector:
            matchLabels:
              app: web
          policyTypes: [Egress]
          egress:
            - ports:
                - protocol: UDP
                  port: 53
      `,
    ],
  },

  check(resource, report) {
    const policy = networkPolicyOf(resource);
    if (policy === undefined) return;
    for (const direction of ['ingress', 'egress'] as const) {
      // Rules of a direction that is not among the types do nothing.
      if (!policy.isolates[direction]) continue;
      for (const rule of policy.rules[direction]) {
        const opening = openingOf(rule);
        // Which port of anybody's may be called is what most egress policies say, DNS first of all.
        if (opening === undefined || (direction === 'egress' && rule.limitsPorts)) continue;
        const ports = rule.limitsPorts ? ' on the ports it names' : '';
        const message =
          direction === 'ingress' ? `lets ${opening.to} reach its pods${ports}` : `lets its pods reach ${opening.to}`;
        report(opening.field, `${resource.label} ${message}.`, () =>
          direction === 'ingress' ? onlyOwnNamespace(rule, opening) : undefined,
        );
      }
    }
  },
});

function onlyOwnNamespace(rule: NetworkRule, { field, to }: Opening): Fix {
  const title = 'Only let the own namespace in (other traffic stops until allowed)';
  if (to === 'everybody') return { title, changes: [rule.peersField.set([{ podSelector: {} }])] };
  const [wide, pods] = [field.at(to === 'every address' ? 'ipBlock' : 'namespaceSelector'), field.at('podSelector')];
  return { title, changes: pods.present ? [wide.remove()] : [wide.rename('podSelector'), wide.set({})] };
}
