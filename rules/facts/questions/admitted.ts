/** Which standard a namespace can enforce: the one that the pods meet which are known to go there. */

import { type PodSecurityLevel, podSecurityLevels } from '../../model/kubernetes/pod-security.ts';
import { directoryOf } from '../../text/path.ts';
import type { Facts } from '../index.ts';
import type { NamespaceFact } from '../kinds/namespace.ts';
import type { WorkloadFact } from '../kinds/workload.ts';

export interface Admitted {
  /** The strictest standard that all of the pods meet. */
  readonly level: PodSecurityLevel;
  /** The first of those that meet no more. */
  readonly weakest: WorkloadFact;
}

/** @returns undefined when no pods of the namespace are known. */
export function admittedBy(facts: Facts, namespace: NamespaceFact): Admitted | undefined {
  let found: Admitted | undefined;
  for (const workload of facts.byKind.workload) {
    if (workload.meets === undefined || !goesTo(facts, workload, namespace)) continue;
    if (found === undefined || rank(workload.meets) < rank(found.level))
      found = { level: workload.meets, weakest: workload };
  }
  return found;
}

const rank = (level: PodSecurityLevel): number => podSecurityLevels.indexOf(level);

/** What names no namespace is applied together with the files beside it, for all that anybody knows. */
function goesTo(facts: Facts, workload: WorkloadFact, { name, ref }: NamespaceFact): boolean {
  const own = facts.namespaceOf(workload);
  return own === undefined ? directoryOf(workload.ref.file) === directoryOf(ref.file) : own === name;
}
