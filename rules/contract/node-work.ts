/** What is told to those who are strict alone, since the program is made for it: the parts of the network, of storage and of monitoring on each node. */
import { isWorkOf, type NodeNeed } from '../data/node-programs.ts';
import type { Pod } from '../model/kubernetes/pod.ts';
import type { Weight } from './finding.ts';

/** @param need what the finding is about. */
export function weightOfWork(pod: Pod, need: NodeNeed): Weight {
  return pod.containers.some(({ image }) => image !== undefined && isWorkOf(image.reference.repository, need))
    ? { from: 'strict' }
    : {};
}
