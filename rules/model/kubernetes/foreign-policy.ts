/**
 * Network policies of other projects, as far as whom they isolate goes; what they let through is not read, so that nothing is said of it.
 * Sources: Cilium "Network Policy" (endpointSelector, enableDefaultDeny), network-policy-api.sigs.k8s.io (AdminNetworkPolicy,
 * BaselineAdminNetworkPolicy, ClusterNetworkPolicy), Calico "NetworkPolicy".
 */
import type { Field } from '../../yaml/field.ts';
import { readSelector, type Selector } from './labels.ts';
import type { Resource } from './resource.ts';
import type { Direction } from './traffic.ts';

/** Whom a policy of another project isolates; what it lets through is not read. */
export interface ForeignPolicy {
  readonly podSelector: Selector | undefined;
  readonly isolates: { readonly [direction in Direction]: boolean };
  /** Speaks of every namespace. */
  readonly clusterWide: boolean;
}

/** @returns undefined for what is no policy of another project; several where one object holds several. */
export function foreignPoliciesOf(resource: Resource): readonly ForeignPolicy[] | undefined {
  const { kind, group } = resource;
  if (group === 'cilium.io' && (kind === 'CiliumNetworkPolicy' || kind === 'CiliumClusterwideNetworkPolicy')) {
    const specs = [resource.at('spec'), ...resource.at('specs').items].filter((spec) => !spec.missing);
    return specs.flatMap((spec) => ciliumPolicyOf(spec, kind === 'CiliumClusterwideNetworkPolicy'));
  }
  if (group === 'policy.networking.k8s.io' && adminKinds.has(kind)) {
    const isolates = {
      ingress: refuses(resource.at('spec', 'ingress')),
      egress: refuses(resource.at('spec', 'egress')),
    };
    return [{ podSelector: undefined, isolates, clusterWide: true }];
  }
  if (group.endsWith('projectcalico.org') && (kind === 'NetworkPolicy' || kind === 'GlobalNetworkPolicy')) {
    const isolates = { ingress: true, egress: true };
    return [{ podSelector: undefined, isolates, clusterWide: kind === 'GlobalNetworkPolicy' }];
  }
  return undefined;
}

const adminKinds: ReadonlySet<string> = new Set([
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'ClusterNetworkPolicy',
]);

/** These take away only what a rule of theirs denies. */
function refuses(rules: Field): boolean {
  return (
    rules.unknown ||
    rules.items.some(
      (rule) => !(rule.at('action').is('Allow') || rule.at('action').is('Accept') || rule.at('action').is('Pass')),
    )
  );
}

function ciliumPolicyOf(spec: Field, clusterWide: boolean): readonly ForeignPolicy[] {
  // Policies of hosts speak of nodes.
  if (spec.at('nodeSelector').present) return [];
  const isolates = { ingress: isolatesBy(spec, 'ingress'), egress: isolatesBy(spec, 'egress') };
  return [{ podSelector: endpointSelector(spec.at('endpointSelector')), isolates, clusterWide }];
}

/** A section isolates as soon as it is there, unless the policy says that it shall not. */
function isolatesBy(spec: Field, direction: Direction): boolean {
  const written = [spec.at(direction), spec.at(`${direction}Deny`)].some((section) => !section.missing);
  return written && !spec.at('enableDefaultDeny', direction).is(false);
}

/** Labels of pods may be prefixed by their source; those of any other source are none that a manifest shows. */
function endpointSelector(field: Field): Selector | undefined {
  const selector = readSelector(field);
  if (selector === undefined) return undefined;
  const bare = selector.map((requirement) => ({
    ...requirement,
    key: requirement.key.replace(/^(?:k8s|any)[:.]/, ''),
  }));
  return bare.some(({ key }) => key.includes(':') || key.startsWith('io.kubernetes.') || key.startsWith('io.cilium.'))
    ? undefined
    : bare;
}
