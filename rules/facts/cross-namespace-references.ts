/**
 * References from one namespace into another, and the grants that allow them. Source: gateway-api.sigs.k8s.io, ReferenceGrant: a route's
 * backends and a gateway's certificates in another namespace need a grant there.
 */

import type { Resource } from '../model/kubernetes/resource.ts';
import type { Field } from '../yaml/field.ts';
import type { Extracted, Fact } from './facts.ts';

/** What an object of the Gateway API refers to in namespaces that it names. */
export interface CrossNamespaceReferenceFact extends Fact {
  readonly group: string;
  readonly references: readonly Reference[];
}

export interface Reference {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly place: string;
}

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

const group = 'gateway.networking.k8s.io';

export function crossNamespaceReferenceFactsOf(resource: Resource): readonly Extracted[] {
  if (resource.group !== group) return [];
  const { apiVersion, kind, name, namespace } = resource;
  const base = { apiVersion, kind, name, namespace };
  if (kind === 'ReferenceGrant') {
    const [from, to] = [resource.at('spec', 'from'), resource.at('spec', 'to')];
    return [
      {
        fact: {
          ...base,
          factKind: 'reference-grant',
          from: from.items.map((item) => ({ ...typeOf(item), namespace: item.at('namespace').text ?? '' })),
          to: to.items.map((item) => ({ ...typeOf(item), name: item.at('name').text })),
          unclear: [from, to, ...from.items, ...to.items].some((field) => field.unknown),
        },
        resource,
        places: { name: resource.anchor },
      },
    ];
  }
  const named = refsOf(resource).flatMap(({ field, ...defaults }) => {
    const [of, called] = [field.at('namespace'), field.at('name')];
    if (of.string === undefined || called.string === undefined) return [];
    const type = { group: field.at('group').text ?? defaults.group, kind: field.at('kind').text ?? defaults.kind };
    return [{ ...type, name: called.string, namespace: of.string, anchor: of.anchor }];
  });
  if (named.length === 0) return [];
  return [
    {
      fact: {
        ...base,
        factKind: 'crossing',
        group,
        references: named.map(({ anchor: _anchor, ...reference }, i) => ({ ...reference, place: `reference${i}` })),
      },
      resource,
      places: { name: resource.anchor, ...Object.fromEntries(named.map(({ anchor }, i) => [`reference${i}`, anchor])) },
    },
  ];
}

const typeOf = (item: Field): { readonly group: string; readonly kind: string } => ({
  group: item.at('group').text ?? '',
  kind: item.at('kind').text ?? '',
});

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
