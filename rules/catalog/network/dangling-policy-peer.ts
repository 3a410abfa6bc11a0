import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';
import { isAnySelected } from '../../facts/questions/lookup.ts';
import { hasPods } from '../../facts/questions/made-pods.ts';
import type { Peer } from '../../model/kubernetes/traffic.ts';

export default defineRule({
  id: 'dangling-policy-peer',
  subject: 'workspace',
  reads: ['network-policy', 'pods', 'pod-maker'],
  joins: 'absence',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Network policy names pods that do not exist',
  why: 'A misspelt label blocks the pods that were meant, until somebody opens the policy to everybody.',
  remedy: 'Name labels that pods of the namespace have.',
  aliases: [kubeLinter('dangling-networkpolicypeer-podselector')],
  examples: {
    bad: [
      objects`
        Pod shop/web app=web
        NetworkPolicy shop/web app=web
          policyTypes: [Ingress]
          ingress:
            - from:
                - podSelector:
                    matchLabels:
                      app: chekout
      `,
      objects`
        Pod shop/web app=web
        NetworkPolicy shop/web app=web
          policyTypes: [Egress]
          egress:
            - to:
                - podSelector:
                    matchLabels:
                      app: bd
      `,
    ],
    good: [
      objects`
        Pod shop/web app=web
        Pod shop/cart app=cart
          containers:
            - name: cart
              image: nginx:1.29
        NetworkPolicy shop/web app=web
          policyTypes: [Ingress]
          ingress:
            - from:
                - podSelector:
                    matchLabels:
                      app: cart
      `,
      objects`
        Pod shop/web app=web
        NetworkPolicy shop/web app=web
          policyTypes: [Ingress]
          ingress:
            - from:
                - podSelector:
                    matchLabels:
                      app: cart
                  namespaceSelector: {}
      `,
    ],
  },

  check(facts, report) {
    for (const policy of facts.byKind['network-policy']) {
      // Without the pods that it protects the policy is kept apart from what it is for.
      if (policy.podSelector === undefined || !isAnySelected(facts, policy, policy.podSelector)) continue;
      for (const direction of ['ingress', 'egress'] as const) {
        policy.rules?.[direction].forEach(({ peers = [] }, i) => {
          const isVain = (peer: Peer): boolean =>
            peer.kind === 'pods' && peer.namespaces === undefined && !hasPods(facts, policy, peer.pods);
          if (peers.some(isVain))
            report(policy, `Names pods that no file defines: NetworkPolicy ${policy.name}.`, {
              place: `${direction}${i}`,
            });
        });
      }
    }
  },
});
