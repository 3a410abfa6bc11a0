/** Roles, and what they allow. */

import { isRole, plain } from '../../model/kubernetes/access.ts';
import { type Labels, readLabels, readSelector, type Selector, selectsAll } from '../../model/kubernetes/labels.ts';
import type { PlainRule } from '../../model/kubernetes/permission.ts';
import type { Fact, FactSource } from '../fact.ts';

export interface RoleFact extends Fact {
  readonly rules: readonly PlainRule[];
  readonly labels: Labels | undefined;
  /** Selectors of the cluster roles whose rules this one is made of; empty for most. */
  readonly aggregates: readonly Selector[];
}

export const role: FactSource<RoleFact> = {
  objects: {
    of: ['Role', 'ClusterRole'],
    extract(resource) {
      if (!isRole(resource)) return [];
      const aggregates = resource.at('aggregationRule', 'clusterRoleSelectors').items.flatMap((item) => {
        const selector = readSelector(item);
        return selector === undefined || selectsAll(selector) ? [] : [selector];
      });
      return [
        {
          says: { rules: resource.rules.map(plain), labels: readLabels(resource.at('metadata', 'labels')), aggregates },
          places: Object.fromEntries(resource.rules.map((rule, i) => [`rule${i}`, rule.anchor])),
        },
      ];
    },
  },
};
