/**
 * Which pods and namespaces are isolated by network policies, for each direction of traffic. Source: Kubernetes documentation
 * "Network Policies": policies add up, a pod is isolated for a direction once one policy selects it for that direction.
 */
import { selectsAll } from '../../model/kubernetes/labels.ts';
import type { Direction } from '../../model/kubernetes/traffic.ts';
import { letsAll } from '../../model/kubernetes/traffic.ts';
import type { Fact } from '../fact.ts';
import type { Facts } from '../index.ts';
import type { NamespaceFact } from '../kinds/namespace.ts';
import type { NetworkPolicyFact } from '../kinds/network-policy.ts';
import type { WorkloadFact } from '../kinds/workload.ts';
import { nearBy, rememberedBy, together } from '../near-by.ts';
import { keysOfSelected, keysOfSelecting, mayChoose } from './selection.ts';

const directions = ['ingress', 'egress'] as const;

/** By direction, and by what a policy selects by; those that cover every namespace once more apart. */
const policies = nearBy('network-policy', (facts) => {
  const keysOf = keysOfSelecting(facts.byKind['network-policy'].map(({ podSelector }) => podSelector));
  return ({ podSelector, isolates, clusterWide }) =>
    directions.flatMap((direction) =>
      isolates[direction]
        ? keysOf(podSelector).flatMap((key) => [
            `${direction} own ${key}`,
            ...(clusterWide ? [`${direction} wide ${key}`] : []),
          ])
        : [],
    );
});

interface Candidates {
  readonly own: readonly (readonly (readonly NetworkPolicyFact[])[])[];
  readonly wide: readonly (readonly (readonly NetworkPolicyFact[])[])[];
}

/** The policies that isolate for a direction and may select the pods; others may be among them. */
function candidates(
  facts: Facts,
  { labels, ...pods }: Pick<WorkloadFact, 'labels'> & Fact,
  direction: Direction,
): Candidates {
  const own = facts.namespaceOf(pods);
  const keys = keysOfSelected(labels);
  return {
    own: keys.map((key) => policies(facts, own, `${direction} own ${key}`)),
    wide: keys.map((key) => policies(facts, undefined, `${direction} wide ${key}`)),
  };
}

/**
 * Whether some policy isolates the workload's pods. What is not known (a templated label, a policy of another project, a namespace that
 * nothing tells) counts as isolating: only a surely open workload is open.
 */
export function isIsolated(facts: Facts, workload: WorkloadFact, direction: Direction): boolean {
  return facts.byKind['network-policy'].length > 0 && isSelected(facts, workload, direction);
}

const isSelected: (facts: Facts, workload: WorkloadFact, direction: Direction) => boolean = rememberedBy(
  (facts, workload, direction) => `${direction} ${policyKey(facts, workload)}`,
  (facts, workload, direction) => {
    const { own, wide } = candidates(facts, workload, direction);
    return [...own, ...wide]
      .flat()
      .some((list) => list.some((policy) => mayChoose(policy.podSelector, workload.labels)));
  },
);

/** @returns the directions in which no policy isolates the workload's pods. */
export function openDirections(facts: Facts, workload: WorkloadFact): readonly Direction[] {
  return directions.filter((direction) => !isIsolated(facts, workload, direction));
}

/** Equal for workloads that no policy tells apart. */
export function policyKey(facts: Facts, workload: WorkloadFact): string {
  const { labels, hostNetwork } = workload;
  return JSON.stringify([facts.namespaceOf(workload) ?? null, labels ?? null, hostNetwork]);
}

/** By direction: policies that select all pods and do not let all through. */
const denials = nearBy('network-policy', () => ({ podSelector, isolates, rules, clusterWide }) => {
  if (podSelector !== undefined && !selectsAll(podSelector)) return [];
  return directions.flatMap((direction) =>
    isolates[direction] && rules?.[direction].some(letsAll) !== true
      ? [`${direction} ${clusterWide ? 'wide' : 'own'}`]
      : [],
  );
});

/** Whether pods that no policy names are isolated in the namespace, by a policy that selects all of them and does not let all through. */
export function deniesByDefault(facts: Facts, { name }: NamespaceFact, direction: Direction): boolean {
  return [denials(facts, name, `${direction} own`), denials(facts, undefined, `${direction} wide`)].some((found) =>
    found.some((list) => list.length > 0),
  );
}

/** Policies that isolate a workload's pods for a direction, or may; those of its own namespace before those that nothing places and those for all. */
export function policiesFor(facts: Facts, workload: WorkloadFact, direction: Direction): readonly NetworkPolicyFact[] {
  const { own, wide } = candidates(facts, workload, direction);
  return [...together(facts, own), ...together(facts, wide)].filter((policy) =>
    mayChoose(policy.podSelector, workload.labels),
  );
}
