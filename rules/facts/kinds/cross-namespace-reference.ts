/**
 * References from one namespace into another. Source: gateway-api.sigs.k8s.io, ReferenceGrant: a route's backends and a gateway's certificates
 * in another namespace need a grant there.
 */

import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Field } from '../../yaml/field.ts';
import type { Fact, FactSource } from '../fact.ts';

/** What an object of the Gateway API refers to in namespaces that it names. */
export interface CrossNamespaceReferenceFact extends Fact {
  readonly group: string;
  readonly references: readonly Reference[];
}

/** One reference; `place` names where it is written. */
export interface Reference {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly place: string;
}

const group = 'gateway.networking.k8s.io';

export const crossNamespaceReference: FactSource<CrossNamespaceReferenceFact> = {
  objects: {
    of: 'every kind',
    extract(resource) {
      if (resource.group !== group) return [];
      const named = refsOf(resource).flatMap(({ field, ...defaults }) => {
        const [of, called] = [field.at('namespace'), field.at('name')];
        if (of.string === undefined || called.string === undefined) return [];
        const type = { group: field.at('group').text ?? defaults.group, kind: field.at('kind').text ?? defaults.kind };
        return [{ anchor: of.anchor, reference: { ...type, name: called.string, namespace: of.string } }];
      });
      if (named.length === 0) return [];
      return [
        {
          says: {
            group,
            references: named.map(({ reference }, i) => ({ ...reference, place: `reference${i}` })),
          },
          places: Object.fromEntries(named.map(({ anchor }, i) => [`reference${i}`, anchor])),
        },
      ];
    },
  },
};

/** References with what they mean where they name no kind. */
function refsOf(
  resource: Resource,
): readonly { readonly field: Field; readonly group: string; readonly kind: string }[] {
  const spec = resource.at('spec');
  if (resource.kind === 'Gateway')
    return spec
      .at('listeners')
      .items.flatMap((listener) => listener.at('tls', 'certificateRefs').items)
      .map((field) => ({ field, group: '', kind: 'Secret' }));
  if (!resource.kind.endsWith('Route')) return [];
  return spec
    .at('rules')
    .items.flatMap((rule) => rule.at('backendRefs').items)
    .map((field) => ({ field, group: '', kind: 'Service' }));
}
