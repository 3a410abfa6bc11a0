/**
 * Which pods and namespaces are isolated by network policies, for each direction of traffic. Source: Kubernetes documentation
 * "Network Policies": policies add up, a pod is isolated for a direction once one policy selects it for that direction.
 */
import { type Labels, matches, selectsAll } from '../../model/kubernetes/labels.ts';
import type { Direction } from '../../model/kubernetes/traffic.ts';
import { letsAll } from '../../model/kubernetes/traffic.ts';
import type { Fact } from '../fact.ts';
import type { Facts } from '../index.ts';
import type { NamespaceFact } from '../kinds/namespace.ts';
import type { NetworkPolicyFact } from '../kinds/network-policy.ts';
import type { WorkloadFact } from '../kinds/workload.ts';

/**
 * Whether some policy isolates the workload's pods. What is not known (a templated label, a policy of another project, a namespace that
 * nothing tells) counts as isolating: only a surely open workload is open.
 */
export function isIsolated(facts: Facts, workload: WorkloadFact, direction: Direction): boolean {
  return policiesNear(facts, workload).some((policy) => policy.isolates[direction] && selects(policy, workload.labels));
}

export function openDirections(facts: Facts, workload: WorkloadFact): readonly Direction[] {
  return (['ingress', 'egress'] as const).filter((direction) => !isIsolated(facts, workload, direction));
}

/** Whether pods that no policy names are isolated in the namespace, by a policy that selects all of them and does not let all through. */
export function deniesByDefault(facts: Facts, namespace: NamespaceFact, direction: Direction): boolean {
  return facts.byKind['network-policy'].some((policy) => {
    if (!policy.isolates[direction] || policy.rules?.[direction].some(letsAll) === true) return false;
    const where = policy.clusterWide ? undefined : facts.namespaceOf(policy);
    if (where !== undefined && where !== namespace.name) return false;
    return policy.podSelector === undefined || selectsAll(policy.podSelector);
  });
}

/** Policies that may speak of an object's namespace. */
export function policiesNear(facts: Facts, fact: Fact): readonly NetworkPolicyFact[] {
  return [...facts.near('network-policy', fact), ...clusterWide(facts)];
}

const known = new WeakMap<Facts, readonly NetworkPolicyFact[]>();

function clusterWide(facts: Facts): readonly NetworkPolicyFact[] {
  let policies = known.get(facts);
  if (policies === undefined) {
    policies = facts.byKind['network-policy'].filter((policy) => policy.clusterWide);
    known.set(facts, policies);
  }
  return policies;
}

function selects({ podSelector }: NetworkPolicyFact, labels: Labels | undefined): boolean {
  return podSelector === undefined || labels === undefined || matches(podSelector, labels);
}
