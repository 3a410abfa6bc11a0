/**
 * Which containers of a pod somebody is in who comes over the network. The others beside them have files, rights and secrets of their own. Source:
 * Kubernetes documentation, "Pods", resource sharing: containers share a network and volumes, and nothing else by themselves.
 */
import type { ContainerPower, PodPower } from '../../model/kubernetes/pod-power.ts';
import type { WorkloadFact } from '../kinds/workload.ts';

/** What may be talked to: ports by number or name, or every one. */
export type Asked = readonly (number | string)[] | 'every';

/**
 * @returns numbers of the containers that listen on one of the ports; undefined for all of the pod. Where none declares them, any that runs may be it; an
 * init container that ends is none of those.
 */
export function containersAt({ power }: WorkloadFact, asked: Asked): readonly number[] | undefined {
  const { containers } = power;
  if (containers.length < 2) return undefined;
  const running = containers.flatMap(({ role }, i) => (role === 'init' || role === 'ephemeral' ? [] : [i]));
  const listening = running.filter((i) =>
    containers[i]?.ports.some(
      ({ number, name, isLocal }) =>
        !isLocal && (asked === 'every' || asked.includes(number) || (name !== undefined && asked.includes(name))),
    ),
  );
  return withSeen(power, listening.length === 0 ? running : listening);
}

/** With the containers whose processes these see, which is a way into them. */
function withSeen({ containers, sharedProcesses }: PodPower, begin: readonly number[]): readonly number[] | undefined {
  const found = new Set(begin);
  for (const number of sharedProcesses ? found : []) {
    const one = containers[number] as ContainerPower;
    for (const [i, other] of containers.entries())
      if (other.role !== 'init' && other.user === one.user && maySee(one, other)) found.add(i);
  }
  return found.size === containers.length ? undefined : [...found].sort((a, b) => a - b);
}

/** Two processes may look at each other where they may be of one user, or where one may look at all. Source: ptrace(2), access mode checking. */
export function maySee(one: ContainerPower, other: ContainerPower): boolean {
  if (one.privileged || one.adds.some((name) => name === 'SYS_PTRACE' || name === 'ALL')) return true;
  if (one.user === 'unknown' || other.user === 'unknown') return false;
  return one.user === 'root' || one.user === 'image' || other.user !== 'root';
}

/** @returns one container as `containersAt` does. */
export const containerAlone = ({ power }: WorkloadFact, number: number): readonly number[] | undefined =>
  power.containers.length < 2 ? undefined : withSeen(power, [number]);

/** Whether a container has a port that others can connect to, or nobody knows any port of it. */
export const hasOpenPort = ({ power, ports }: WorkloadFact): boolean =>
  ports.length === 0 || power.containers.some((container) => container.ports.some(({ isLocal }) => !isLocal));
