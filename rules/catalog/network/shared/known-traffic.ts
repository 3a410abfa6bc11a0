/**
 * What has to be true for the pods of a namespace to go on once all their traffic is denied. Knows what the files show, and where they do not show all
 * that runs in the namespace: then somebody has to look.
 */
import type { Facts } from '../../../facts/index.ts';
import type { WorkloadFact } from '../../../facts/kinds/workload.ts';
import { servicesOf } from '../../../facts/questions/services.ts';
import { callsKubernetes, usesOf } from '../../../facts/questions/uses.ts';
import type { Direction } from '../../../model/kubernetes/traffic.ts';

/**
 * @param namespace undefined: one that nobody names.
 * @returns a clause of what is assumed; undefined where all that runs in it is in the files, and nothing of it talks with anybody in a denied direction.
 */
export function assumedOfTraffic(
  facts: Facts,
  namespace: string | undefined,
  directions: readonly Direction[],
): string | undefined {
  const whose = namespace === undefined ? 'of this namespace' : `of ${namespace}`;
  const workloads = facts.byKind.workload.filter((one) => facts.namespaceOf(one) === namespace);
  const isAllKnown = workloads.length > 0 && !isDeployedInto(facts, namespace);
  const isCut = (direction: Direction): boolean =>
    directions.includes(direction) && (!isAllKnown || workloads.some((one) => talks(facts, one, direction)));
  const clauses = [
    ...(isCut('egress') ? [`the workloads ${whose} call nothing else`] : []),
    ...(isCut('ingress') ? [`nobody calls the workloads ${whose}`] : []),
  ];
  return clauses.length === 0 ? undefined : clauses.join(', and ');
}

/** Something installs what no file shows into the namespace, or may: a release of a chart, an application, an object of an operator. */
const isDeployedInto = (facts: Facts, namespace: string | undefined): boolean =>
  facts.byKind['pod-maker'].some((maker) => {
    const into = maker.into ?? facts.namespaceOf(maker);
    return into === undefined || into === 'any' || namespace === undefined || into === namespace;
  });

/** Whether the files show that it is called, or that it calls somebody. */
function talks(facts: Facts, workload: WorkloadFact, direction: Direction): boolean {
  // Network policies do not reach pods that use the node's network.
  if (workload.hostNetwork === true) return false;
  if (direction === 'ingress') return workload.ports.length > 0 || servicesOf(facts, workload).length > 0;
  const { services, outside } = usesOf(facts, workload);
  return services.length > 0 || outside.length > 0 || callsKubernetes(facts, workload);
}
