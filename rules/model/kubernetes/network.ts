/**
 * NetworkPolicy as the API defines it. Source: networking.k8s.io/v1 NetworkPolicySpec, API reference; `policyTypes` defaults to
 * Ingress, plus Egress when the policy has an egress section.
 */
import type { Field } from '../../yaml/field.ts';
import { readSelector, type Selector } from './labels.ts';
import type { Resource } from './resource.ts';

export type Direction = 'ingress' | 'egress';

export interface NetworkPolicy {
  readonly resource: Resource;
  /** Undefined when unknown. */
  readonly podSelector: Selector | undefined;
  readonly isolates: { readonly [direction in Direction]: boolean };
  readonly rules: { readonly [direction in Direction]: readonly NetworkRule[] };
}

export interface NetworkRule {
  readonly field: Field;
  readonly direction: Direction;
  /** Items of `from` or `to`. */
  readonly peers: readonly Field[];
  readonly peersField: Field;
  readonly portsField: Field;
  /** No peers are named: every address is allowed. */
  readonly anyPeer: boolean;
}

export function isNetworkPolicy(resource: Resource): boolean {
  return (
    resource.kind === 'NetworkPolicy' && (resource.group === 'networking.k8s.io' || resource.group === 'extensions')
  );
}

export function networkPolicyOf(resource: Resource): NetworkPolicy | undefined {
  if (!isNetworkPolicy(resource)) return undefined;
  const spec = resource.at('spec');
  const types = spec.at('policyTypes').strings.map(({ text }) => text);
  const stated = types.length > 0;
  return {
    resource,
    podSelector: readSelector(spec.at('podSelector')),
    isolates: {
      ingress: stated ? types.includes('Ingress') : true,
      // An empty list counts as "has an egress section" for the default: the API checks its length, so it does not.
      egress: stated ? types.includes('Egress') : spec.at('egress').items.length > 0,
    },
    rules: { ingress: rulesOf(spec, 'ingress', 'from'), egress: rulesOf(spec, 'egress', 'to') },
  };
}

function rulesOf(spec: Field, direction: Direction, peersKey: 'from' | 'to'): readonly NetworkRule[] {
  return spec.at(direction).items.map((field) => {
    const peersField = field.at(peersKey);
    return {
      field,
      direction,
      peers: peersField.items,
      peersField,
      portsField: field.at('ports'),
      // `from: []` means the same as no `from` at all.
      anyPeer: !peersField.unknown && !peersField.isWrongType('list') && peersField.items.length === 0,
    };
  });
}
