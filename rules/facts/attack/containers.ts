/**
 * Which containers of a pod somebody is in who comes over the network. The others beside them have files, rights and secrets of their own. Source:
 * Kubernetes documentation, "Pods", resource sharing: containers share a network and volumes, and nothing else by themselves.
 */
import type { WorkloadFact } from '../kinds/workload.ts';

/** What may be talked to: ports by number or name, or every one. */
export type Asked = readonly (number | string)[] | 'every';

/**
 * @returns numbers of the containers that listen on one of the ports; undefined for all of the pod. Where none declares them, any that runs may be it; an
 * init container that ends is none of those.
 */
export function containersAt({ power }: WorkloadFact, asked: Asked): readonly number[] | undefined {
  const { containers, sharedProcesses } = power;
  // Who sees the processes of the others gets into these.
  if (containers.length < 2 || sharedProcesses) return undefined;
  const running = containers.flatMap(({ role }, i) => (role === 'init' || role === 'ephemeral' ? [] : [i]));
  const listening = running.filter((i) =>
    containers[i]?.ports.some(
      ({ number, name, isLocal }) =>
        !isLocal && (asked === 'every' || asked.includes(number) || (name !== undefined && asked.includes(name))),
    ),
  );
  const found = listening.length === 0 ? running : listening;
  return found.length === containers.length ? undefined : found;
}

/** @returns one container as `containersAt` does. */
export const containerAlone = ({ power }: WorkloadFact, number: number): readonly number[] | undefined =>
  power.containers.length < 2 || power.sharedProcesses ? undefined : [number];

/** Whether a container has a port that others can connect to, or nobody knows any port of it. */
export const hasOpenPort = ({ power, ports }: WorkloadFact): boolean =>
  ports.length === 0 || power.containers.some((container) => container.ports.some(({ isLocal }) => !isLocal));
