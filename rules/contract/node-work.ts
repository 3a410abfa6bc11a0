/** What is told to those who are strict alone, since the program is made for it: the parts of the network, of storage and of monitoring, ends of tunnels. */
import { type NodeNeed, workOf } from '../data/node-programs.ts';
import type { Service } from '../model/compose/service.ts';
import type { Pod } from '../model/kubernetes/pod.ts';
import type { Weight } from './finding.ts';

/** @param needs any of which is what the finding is about. */
export function weightOfWork(pod: Pod, ...needs: readonly NodeNeed[]): Weight {
  let work = known.get(pod);
  if (work === undefined) {
    work = new Set(
      pod.containers.flatMap(({ image }) => (image === undefined ? [] : workOf(image.reference.repository))),
    );
    known.set(pod, work);
  }
  return needs.some((need) => work.has(need)) ? { from: 'strict' } : {};
}

/** Each container and volume of a pod asks. */
const known = new WeakMap<Pod, ReadonlySet<NodeNeed>>();

/** @param needs any of which is what the finding on the service is about. */
export function weightOfServiceWork({ image }: Service, ...needs: readonly NodeNeed[]): Weight {
  const work = image === undefined ? [] : workOf(image.reference.repository);
  return needs.some((need) => work.includes(need)) ? { from: 'strict' } : {};
}

/** @returns what a capability is needed for. In the network of the host, NET_ADMIN changes more than a tunnel. */
export const needsOfCapability = (name: string, inHostNetwork: boolean): readonly NodeNeed[] =>
  name === 'NET_ADMIN' && !inHostNetwork ? ['privileges', 'tunnel'] : ['privileges'];
