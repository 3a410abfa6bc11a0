/**
 * Which pods and namespaces are isolated by network policies, for each direction of traffic. Source: Kubernetes documentation
 * "Network Policies": policies add up, a pod is isolated for a direction once one policy selects it for that direction.
 */
import { type Labels, matches, selectsAll } from '../kubernetes/labels.ts';
import type { Direction } from '../kubernetes/network.ts';
import type { Facts, NamespaceFact, NetworkPolicyFact, WorkloadFact } from './facts.ts';

/**
 * Whether some policy isolates the workload's pods. What is not known (a templated label, a policy of another project, a namespace that
 * nothing tells) counts as isolating: only a surely open workload is open.
 */
export function isIsolated(facts: Facts, workload: WorkloadFact, direction: Direction): boolean {
  return facts.byKind['network-policy'].some(
    (policy) =>
      policy.isolates[direction] &&
      (policy.clusterWide || facts.mayShareNamespace(policy, workload)) &&
      selects(policy, workload.labels),
  );
}

/** Whether pods that no policy names are isolated in the namespace, by a policy that selects all of them and does not let all through. */
export function deniesByDefault(facts: Facts, namespace: NamespaceFact, direction: Direction): boolean {
  return facts.byKind['network-policy'].some((policy) => {
    if (!policy.isolates[direction] || policy.allowsAll[direction]) return false;
    const where = policy.clusterWide ? undefined : facts.namespaceOf(policy);
    if (where !== undefined && where !== namespace.name) return false;
    return policy.podSelector === undefined || selectsAll(policy.podSelector);
  });
}

function selects({ podSelector }: NetworkPolicyFact, labels: Labels | undefined): boolean {
  return podSelector === undefined || labels === undefined || matches(podSelector, labels);
}
