/** Disruption budgets, and whom they select. */

import { readSelector, type Selector } from '../../model/kubernetes/labels.ts';
import type { Fact, FactSource } from '../fact.ts';

export interface BudgetFact extends Fact {
  readonly selector: Selector | undefined;
  readonly minAvailable: string | undefined;
}

export const budget: FactSource<BudgetFact> = {
  objects: {
    of: ['PodDisruptionBudget'],
    evenPartial: true,
    extract(resource) {
      const selector = resource.at('spec', 'selector');
      const minAvailable = resource.at('spec', 'minAvailable');
      return [
        {
          says: {
            selector: selector.present ? readSelector(selector) : undefined,
            minAvailable: minAvailable.text,
          },
          places: { minAvailable: minAvailable.anchor },
        },
      ];
    },
  },
};
