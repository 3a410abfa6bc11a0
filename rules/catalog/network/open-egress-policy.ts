import { objects } from '../../contract/objects.ts';
import { cis, defineRule, kubeaudit, nsa } from '../../contract/rule.ts';
import { networkPolicyOf, openingOf } from '../../model/kubernetes/network.ts';

export default defineRule({
  id: 'open-egress-policy',
  subject: 'resource',
  severity: 'low',
  profile: 'strict',
  mendedByMore: true,
  title: 'Network policy lets pods reach everything',
  why: "Policies add up: one rule that allows everything overrides every other one for the same pods. A program that was broken into sends data out and reads the cloud's metadata.",
  remedy:
    'Name under `to` what the pods reach, DNS among it. For the internet name `0.0.0.0/0` with the private networks and `169.254.169.254/32` under `except`.',
  ignoreWhen: 'The program calls addresses that nobody knows before, such as a crawler.',
  standards: [cis('5.3.2'), nsa()],
  aliases: [kubeaudit('netpols'), kubeaudit('AllowAllEgressNetworkPolicyExists')],
  examples: {
    bad: [
      objects`
        NetworkPolicy shop/web
          podSelector: {}
          policyTypes: [Egress]
          egress:
            - {}
      `,
      objects`
        NetworkPolicy shop/web app=web
          policyTypes: [Egress]
          egress:
            - to:
                - ipBlock:
                    cidr: 0.0.0.0/0
      `,
    ],
    good: [
      objects`
        NetworkPolicy shop/web
          podSelector: {}
          policyTypes: [Egress]
          egress:
            - to:
                - podSelector: {}
            - ports:
                - protocol: UDP
                  port: 53
      `,
      objects`
        NetworkPolicy shop/web app=web
          policyTypes: [Egress]
          egress:
            - to:
                - ipBlock:
                    cidr: 0.0.0.0/0
                    except: [10.0.0.0/8, 169.254.169.254/32]
      `,
    ],
  },

  check(resource, report) {
    const policy = networkPolicyOf(resource);
    // Rules of a direction that is not among the types do nothing.
    const wide = (policy?.isolates.egress ? policy.rules.egress : []).filter(({ limitsPorts }) => !limitsPorts);
    for (const [i, rule] of wide.entries()) {
      // Which port of anybody's may be called is what most egress policies say, DNS first of all.
      const opening = openingOf(rule, wide.slice(0, i));
      if (opening !== undefined) report(opening.field, `Lets its pods reach ${opening.to}: ${resource.label}.`);
    }
  },
});
