import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { networkPolicyOf } from '../../model/kubernetes/network.ts';

export default defineRule({
  id: 'ignored-policy-rules',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'Rules of a network policy are ignored',
  uncovers: ['open-network-policy'],
  why: 'The policy does not list their direction in `policyTypes`: what they were meant to limit stays open, and what they were meant to allow may stay closed.',
  remedy: 'Add the direction to `policyTypes`, or remove the rules.',
  examples: {
    bad: [
      objects`
        NetworkPolicy shop/web
          podSelector: {}
          policyTypes: [Egress]
          ingress:
            - from:
                - podSelector: {}
      `,
      objects`
        NetworkPolicy shop/web
          podSelector: {}
          policyTypes: [Ingress]
          egress:
            - to:
                - podSelector: {}
      `,
    ],
    good: [
      objects`
        NetworkPolicy shop/web
          podSelector: {}
          policyTypes: [Ingress, Egress]
          ingress:
            - from:
                - podSelector: {}
      `,
      objects`
        NetworkPolicy shop/web
          podSelector: {}
          egress:
            - to:
                - podSelector: {}
      `,
    ],
  },

  check(resource, report) {
    const policy = networkPolicyOf(resource);
    const types = resource.at('spec', 'policyTypes');
    if (policy === undefined || !types.isList || types.items.length === 0) return;
    for (const direction of ['ingress', 'egress'] as const) {
      const rules = resource.at('spec', direction);
      if (policy.isolates[direction] || policy.rules[direction].length === 0) continue;
      const type = direction === 'ingress' ? 'Ingress' : 'Egress';
      report(
        { anchor: rules.anchorOfKey, path: rules.path },
        `Ignored, since policyTypes does not name ${type}.`,
        () => ({
          title: `Add ${type} to policyTypes`,
          consequence: 'traffic that no rule allows stops',
          changes: [types.append(type)],
          assumes: 'its rules name all that the pods need',
        }),
      );
    }
  },
});
