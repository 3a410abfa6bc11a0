import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import type { NetworkPolicyFact } from '../../facts/kinds/network-policy.ts';
import { dnsOf } from '../../facts/questions/connections.ts';
import { policyKey } from '../../facts/questions/isolation.ts';
import { dnsEgress } from '../../model/kubernetes/deny-policy.ts';

export default defineRule({
  id: 'egress-without-dns',
  subject: 'workspace',
  reads: ['workload', 'network-policy'],
  joins: 'absence',
  severity: 'low',
  profile: 'recommended',
  fix: 'review',
  title: 'Pods may call others, but not look up names',
  why: 'Nothing that is called by name is found, so the policy is soon widened or removed.',
  remedy:
    'Let the pods reach the DNS of the cluster: port 53, UDP and TCP, of `kube-dns` and of the cache on the node.',
  ignoreWhen: 'The pods know whom they call by address.',
  examples: {
    bad: [
      objects`
        Pod shop/web app=web
        NetworkPolicy shop/web app=web
          policyTypes: [Egress]
          egress:
            - to:
        #     ^^ egress-without-dns 💡
                - podSelector:
                    matchLabels:
                      app: db
      +     - to:
      +         - namespaceSelector:
      +             matchLabels:
      +               kubernetes.io/metadata.name: kube-system
      +           podSelector:
      +             matchLabels:
      +               k8s-app: kube-dns
      +         - ipBlock:
      +             cidr: 169.254.20.10/32
      +       ports:
      +         - protocol: UDP
      +           port: 53
      +         - protocol: TCP
      +           port: 53
      `,
      objects`
        Pod shop/web app=web
        NetworkPolicy shop/web
          podSelector: {}
          egress:
            - to:
                - ipBlock:
                    cidr: 203.0.113.0/24
              ports:
                - port: 443
      `,
    ],
    good: [
      objects`
        Pod shop/web app=web
        NetworkPolicy shop/web app=web
          policyTypes: [Egress]
          egress:
            - to:
                - podSelector:
                    matchLabels:
                      app: db
        NetworkPolicy shop/dns
          podSelector: {}
          policyTypes: [Egress]
          egress:
            - ports:
                - protocol: UDP
                  port: 53
      `,
      objects`
        Pod shop/web app=web
        NetworkPolicy shop/web app=web
          policyTypes: [Egress]
      `,
    ],
  },

  check(facts, report) {
    if (facts.byKind['network-policy'].length === 0) return;
    const told = new Set<NetworkPolicyFact>();
    const asked = new Set<string>();
    for (const workload of facts.byKind.workload) {
      const key = policyKey(facts, workload);
      if (asked.has(key)) continue;
      asked.add(key);
      const { allowed, isolating } = dnsOf(facts, workload);
      // Where nothing at all is let out, no name has to be looked up.
      const opening = isolating.find((policy) => (policy.rules?.egress.length ?? 0) > 0);
      if (allowed !== false || opening === undefined || told.has(opening)) continue;
      told.add(opening);
      report(
        opening,
        `May not look up the names of what NetworkPolicy ${opening.name} lets it call: ${workload.kind} ${workload.name}.`,
        {
          place: 'egress0',
          fix: (resource) => ({
            title: 'Let the pods reach the DNS of the cluster',
            changes: [resource.at('spec', 'egress').append(dnsEgress)],
          }),
        },
      );
    }
  },
});
