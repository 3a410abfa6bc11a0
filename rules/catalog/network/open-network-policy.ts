import { objects } from '../../contract/objects.ts';
import { cis, defineRule, kubeaudit, nsa } from '../../contract/rule.ts';
import { networkPolicyOf, openingOf } from '../../model/kubernetes/network.ts';
import { onlyOwnNamespace } from './shared/default-deny.ts';

export default defineRule({
  id: 'open-network-policy',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'Network policy admits everybody',
  why: 'Policies add up: one rule that allows everything overrides every other policy for the same pods, including the default deny.',
  remedy: 'Name the pods, namespaces or addresses under `from`.',
  ignoreWhen: 'The pods are the public front of the cluster and every port of theirs is meant to be.',
  standards: [cis('5.3.2'), nsa()],
  aliases: [kubeaudit('netpols'), kubeaudit('AllowAllIngressNetworkPolicyExists')],
  examples: {
    bad: [
      objects`
        NetworkPolicy shop/web
          podSelector: {}
          ingress:
            - {}
      `,
      objects`
        NetworkPolicy shop/web app=web
          ingress:
            - from:
                - namespaceSelector: {}
      `,
    ],
    good: [
      objects`
        NetworkPolicy shop/web app=web
          ingress:
            - from:
                - podSelector:
                    matchLabels:
                      app: gateway
      `,
      objects`
        NetworkPolicy shop/web app=web
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
    // Rules of a direction that is not among the types do nothing.
    const wide = (policy?.isolates.ingress ? policy.rules.ingress : []).filter(({ limitsPorts }) => !limitsPorts);
    for (const [i, rule] of wide.entries()) {
      const opening = openingOf(rule, wide.slice(0, i));
      if (opening === undefined) continue;
      report(opening.field, `Lets ${opening.to} reach its pods: ${resource.label}.`, () =>
        onlyOwnNamespace(rule, opening),
      );
    }
  },
});
