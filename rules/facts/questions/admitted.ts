/** Which standard a namespace can enforce: the one that the pods meet which are known to go there. */

import { podMakers } from '../../data/pod-makers.ts';
import { type PodSecurityLevel, podSecurityLevels } from '../../model/kubernetes/pod-security.ts';
import { directoryOf } from '../../text/path.ts';
import type { Facts } from '../index.ts';
import type { NamespaceFact } from '../kinds/namespace.ts';
import type { PodMakerFact } from '../kinds/pod-maker.ts';
import type { WorkloadFact } from '../kinds/workload.ts';
import { remembered } from '../near-by.ts';

/** The standard that the pods of a namespace let it enforce. */
export interface Admitted {
  /** The strictest standard that all of the pods meet. */
  readonly level: PodSecurityLevel;
  /** The first of those that meet no more. */
  readonly weakest: WorkloadFact;
}

/** @returns undefined when no pods of the namespace are known. */
export function admittedBy(facts: Facts, { name, ref }: NamespaceFact): Admitted | undefined {
  const { byNamespace, byFolder } = weakest(facts);
  // What names no namespace is applied together with the files beside it, for all that anybody knows.
  const [own, beside] = [byNamespace.get(name), byFolder.get(directoryOf(ref.file))];
  return beside === undefined || (own !== undefined && isWeaker(own, beside)) ? own : beside;
}

/** @returns an object of another project that makes pods in the namespace, which no file shows; one that nothing places counts below the namespace's folder. */
export function makerIn(facts: Facts, { name, ref }: NamespaceFact): PodMakerFact | undefined {
  const { byNamespace, placeless } = knownMakers(facts);
  const folder = `${directoryOf(ref.file)}/`;
  return byNamespace.get(name) ?? placeless.find((maker) => maker.ref.file.startsWith(folder));
}

const knownMakers = remembered((facts) => {
  const byNamespace = new Map<string, PodMakerFact>();
  const placeless: PodMakerFact[] = [];
  for (const maker of facts.byKind['pod-maker']) {
    if (!podMakers.some(({ kind, group }) => kind === maker.kind && group === maker.group)) continue;
    const own = facts.namespaceOf(maker);
    if (own === undefined) placeless.push(maker);
    else if (!byNamespace.has(own)) byNamespace.set(own, maker);
  }
  return { byNamespace, placeless };
});

interface Weakest extends Admitted {
  /** Among all workloads. */
  readonly place: number;
}

/** The weakest pods of each namespace, and in each folder of those that no namespace is known of. */
const weakest = remembered((facts) => {
  const byNamespace = new Map<string, Weakest>();
  const byFolder = new Map<string, Weakest>();
  for (const [place, workload] of facts.byKind.workload.entries()) {
    if (workload.meets === undefined) continue;
    const one: Weakest = { level: workload.meets, weakest: workload, place };
    const own = facts.namespaceOf(workload);
    const [found, key] = own === undefined ? [byFolder, directoryOf(workload.ref.file)] : [byNamespace, own];
    const known = found.get(key);
    if (known === undefined || isWeaker(one, known)) found.set(key, one);
  }
  return { byNamespace, byFolder };
});

const rank = (level: PodSecurityLevel): number => podSecurityLevels.indexOf(level);

/** Of two that are as weak the first one counts. */
function isWeaker(a: Weakest, b: Weakest): boolean {
  return rank(a.level) < rank(b.level) || (a.level === b.level && a.place < b.place);
}
