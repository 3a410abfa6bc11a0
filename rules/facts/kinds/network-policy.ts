/** Network policies, those of other projects too. */

import { foreignPoliciesOf } from '../../model/kubernetes/foreign-policy.ts';
import { networkPolicyOf, trafficRules } from '../../model/kubernetes/network.ts';
import type { TrafficPolicy } from '../../model/kubernetes/traffic.ts';
import type { Fact, FactSource } from '../fact.ts';

/** A network policy; its rules are undefined where it is one of another project. */
export interface NetworkPolicyFact extends Fact, TrafficPolicy {
  /** Covers every namespace (CiliumClusterwideNetworkPolicy, AdminNetworkPolicy, ...). */
  readonly clusterWide: boolean;
}

export const networkPolicy: FactSource<NetworkPolicyFact> = {
  objects: {
    of: [
      'NetworkPolicy',
      'GlobalNetworkPolicy',
      'CiliumNetworkPolicy',
      'CiliumClusterwideNetworkPolicy',
      'AdminNetworkPolicy',
      'BaselineAdminNetworkPolicy',
      'ClusterNetworkPolicy',
    ],
    extract(resource) {
      const policy = networkPolicyOf(resource);
      if (policy === undefined)
        return (foreignPoliciesOf(resource) ?? []).map((foreign) => ({ says: { ...foreign, rules: undefined } }));
      const { podSelector, isolates, rules } = policy;
      const plain = { ingress: trafficRules(rules.ingress), egress: trafficRules(rules.egress) };
      return [
        {
          says: { podSelector, isolates, rules: plain, clusterWide: false },
          places: {
            selector: resource.at('spec', 'podSelector').anchorOfKey,
            ...Object.fromEntries(
              [...rules.ingress, ...rules.egress].map(({ direction, field, index }) => [
                `${direction}${index}`,
                field.anchor,
              ]),
            ),
          },
        },
      ];
    },
  },
};
