/** Policies that are attached to routes, gateways or Services, and may ask who is there. Source: gateway-api.sigs.k8s.io, "Policy Attachment". */

import { policyMayAsk } from '../../model/kubernetes/route-login.ts';
import type { Fact, FactSource } from '../fact.ts';

export interface LoginPolicyFact extends Fact {
  /** What it is attached to; undefined where a part is not known, or it is its own. */
  readonly targets: readonly {
    readonly kind: string | undefined;
    readonly name: string | undefined;
    readonly namespace: string | undefined;
  }[];
}

export const loginPolicy: FactSource<LoginPolicyFact> = {
  objects: {
    of: 'every kind',
    evenPartial: true,
    extract(resource) {
      // Kinds of Kubernetes itself have no such targets, but for the scale of autoscalers.
      if (!resource.group.includes('.') || resource.kind.endsWith('Route')) return [];
      const spec = resource.at('spec');
      const [one, several] = [spec.at('targetRef'), spec.at('targetRefs')];
      if (one.missing && several.missing) return [];
      const targets = [...(one.present ? [one] : []), ...several.items].map((target) => ({
        kind: target.at('kind').text,
        name: target.at('name').text,
        namespace: target.at('namespace').text,
      }));
      return targets.length > 0 && policyMayAsk(resource) ? [{ says: { targets } }] : [];
    },
  },
};
