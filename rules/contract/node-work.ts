/** What is told to those who are strict alone, since the program is made for it: the parts of the network, of storage and of monitoring, ends of tunnels. */
import { type NodeNeed, workOf } from '../data/node-programs.ts';
import type { Service } from '../model/compose/service.ts';
import type { Container } from '../model/kubernetes/container.ts';
import type { Pod } from '../model/kubernetes/pod.ts';
import { programThatNeeds } from '../model/program/needs.ts';
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

/**
 * What one container has for itself: a neighbour's work excuses it where both are parts of one program. @param needs any of which is what the finding is about.
 */
export function weightOfPartsWork({ image, pod }: Container, ...needs: readonly NodeNeed[]): Weight {
  const own = image?.reference.repository;
  if (own === undefined) return {};
  const parts = pod.containers.flatMap(({ image: other }) => {
    const repository = other?.reference.repository;
    const isPart =
      repository !== undefined && (repository === own || isOfDriver(repository) || areParts(own, repository));
    return isPart ? workOf(repository) : [];
  });
  return needs.some((need) => parts.includes(need)) ? { from: 'strict' } : {};
}

/** It registers whatever driver it shares its pod with, by any name. Source: kubernetes-csi.github.io, "node-driver-registrar". */
const isOfDriver = (repository: string): boolean => /(?:^|\/)csi-node-driver-registrar$/.test(repository);

/** Images of one project, as far as its folder tells: `falcosecurity/falco` and `falcosecurity/falco-driver-loader`. */
function areParts(one: string, other: string): boolean {
  const [folder, same] = [one, other].map((repository) => repository.split('/').slice(0, -1).join('/'));
  return folder === same && !ofMany.test(folder ?? '');
}

/** Folders that hold programs of many projects, or a registry's own. */
const ofMany =
  /^(?:[^/]*[.:][^/]*)?$|(?:^|\/)(?:library|bitnami|bitnamilegacy|linuxserver|rancher|sig-storage|google_containers|google-containers)$/;

/** What is said of one container alone: its neighbours are made for something else. */
export function weightOfContainersWork({ image }: Container, need: NodeNeed): Weight {
  return image !== undefined && workOf(image.reference.repository).includes(need) ? { from: 'strict' } : {};
}

/** Each container and volume of a pod asks. */
const known = new WeakMap<Pod, ReadonlySet<NodeNeed>>();

/** @param needs any of which is what the finding on the service is about. */
export function weightOfServiceWork({ image, name }: Service, ...needs: readonly NodeNeed[]): Weight {
  // What is built has no other name.
  const work = workOf(image === undefined ? name : image.reference.repository);
  return needs.some((need) => work.includes(need)) ? { from: 'strict' } : {};
}

/** @returns what a capability is needed for. In the network of the host, NET_ADMIN changes more than a tunnel. */
export const needsOfCapability = (name: string, inHostNetwork: boolean): readonly NodeNeed[] =>
  name === 'NET_ADMIN' && !inHostNetwork ? ['privileges', 'tunnel'] : ['privileges'];

/** Of those that other programs than its own hardly need: what the documentation of a program asks for is no news to whoever runs it. */
const ofPrograms: ReadonlySet<string> = new Set(
  'NET_RAW NET_BROADCAST SYS_TIME SYS_NICE SYS_RESOURCE IPC_LOCK SYS_PTRACE SYSLOG AUDIT_CONTROL AUDIT_READ SYS_RAWIO'.split(
    ' ',
  ),
);

/** @param images of all that may be meant. @returns whether one of them is known to need the capability for what it does. */
export const isMadeWith = (images: readonly (string | undefined)[], capability: string): boolean =>
  ofPrograms.has(capability) &&
  images.some((image) => image !== undefined && programThatNeeds({ image, lines: [] }, capability) !== undefined);
