/**
 * What has to be true for the pods of a namespace to go on once all their traffic is denied, where the files do not show all that runs in it. Who names the
 * rule asks for the denial of what they show.
 */
import type { Facts } from '../../../facts/index.ts';
import type { Direction } from '../../../model/kubernetes/traffic.ts';

/**
 * @param namespace undefined: one that nobody names.
 * @returns a clause of what is assumed; undefined where nothing puts into it what no file shows.
 */
export function assumedOfTraffic(
  facts: Facts,
  namespace: string | undefined,
  directions: readonly Direction[],
): string | undefined {
  if (!isDeployedInto(facts, namespace)) return undefined;
  const whose = namespace === undefined ? 'of this namespace' : `of ${namespace}`;
  const clauses = [
    ...(directions.includes('egress') ? [`the workloads ${whose} call nothing else`] : []),
    ...(directions.includes('ingress') ? [`nobody calls the workloads ${whose}`] : []),
  ];
  return clauses.join(', and ');
}

/** Something installs what no file shows into the namespace, or may: a release of a chart, an application, an object of an operator. */
const isDeployedInto = (facts: Facts, namespace: string | undefined): boolean =>
  facts.byKind['pod-maker'].some((maker) => {
    const into = maker.into ?? facts.namespaceOf(maker);
    return into === undefined || into === 'any' || namespace === undefined || into === namespace;
  });
