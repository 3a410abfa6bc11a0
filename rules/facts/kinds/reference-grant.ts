/** What allows references from other namespaces. Source: gateway-api.sigs.k8s.io, ReferenceGrant. */

import type { Field } from '../../yaml/field.ts';
import type { Fact, FactSource } from '../fact.ts';

export interface ReferenceGrantFact extends Fact {
  readonly from: readonly { readonly group: string; readonly kind: string; readonly namespace: string }[];
  readonly to: readonly {
    readonly group: string;
    readonly kind: string;
    /** Undefined for every object of the kind. */
    readonly name: string | undefined;
  }[];
  /** Something of it is not known. */
  readonly unclear: boolean;
}

export const referenceGrant: FactSource<ReferenceGrantFact> = {
  objects: {
    of: ['ReferenceGrant'],
    extract(resource) {
      if (resource.group !== 'gateway.networking.k8s.io') return [];
      const [from, to] = [resource.at('spec', 'from'), resource.at('spec', 'to')];
      return [
        {
          says: {
            from: from.items.map((item) => ({ ...typeOf(item), namespace: item.at('namespace').text ?? '' })),
            to: to.items.map((item) => ({ ...typeOf(item), name: item.at('name').text })),
            unclear: [from, to, ...from.items, ...to.items].some((field) => field.unknown),
          },
        },
      ];
    },
  },
};

const typeOf = (item: Field): { readonly group: string; readonly kind: string } => ({
  group: item.at('group').text ?? '',
  kind: item.at('kind').text ?? '',
});
