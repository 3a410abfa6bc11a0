/** What is told to those who are strict alone, since the program is made for it: the parts of the network, of storage and of monitoring on each node. */
import { type NodeNeed, workOf } from '../data/node-programs.ts';
import type { Pod } from '../model/kubernetes/pod.ts';
import type { Weight } from './finding.ts';

/** @param need what the finding is about. */
export function weightOfWork(pod: Pod, need: NodeNeed): Weight {
  let work = known.get(pod);
  if (work === undefined) {
    work = new Set(
      pod.containers.flatMap(({ image }) => (image === undefined ? [] : workOf(image.reference.repository))),
    );
    known.set(pod, work);
  }
  return work.has(need) ? { from: 'strict' } : {};
}

/** Each container and volume of a pod asks. */
const known = new WeakMap<Pod, ReadonlySet<NodeNeed>>();
