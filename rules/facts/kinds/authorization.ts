/** Policies of Istio on who may call whom. That one is there is all that is asked. */

import type { Fact, FactSource } from '../fact.ts';

export interface AuthorizationFact extends Fact {}

export const authorization: FactSource<AuthorizationFact> = {
  objects: {
    of: ['AuthorizationPolicy'],
    extract: ({ group }) => (group === 'security.istio.io' ? [{ says: {} }] : []),
  },
};
