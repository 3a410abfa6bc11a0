/**
 * The labels by which kubeaudit is told what is allowed: each speaks for one of its results, and where it names a capability or a mount, for that
 * alone. Source: kubeaudit, pkg/override and the auditors, "Override Errors", read 2026-11-27.
 */

import type { Container } from '../../model/kubernetes/container.ts';
import type { Pod } from '../../model/kubernetes/pod.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Span } from '../../text/source.ts';
import { type Aliases, foreign } from './foreign-ignore.ts';
import type { Ignore } from './suppress.ts';

/** What labels are about, by the auditor or by its one result that they override. */
const overrides: ReadonlyMap<string, string> = new Map([
  ['allow-disabled-apparmor', 'apparmor'],
  ['allow-automount-service-account-token', 'asat'],
  ['allow-namespace-host-network', 'NamespaceHostNetworkTrue'],
  ['allow-namespace-host-IPC', 'NamespaceHostIPCTrue'],
  ['allow-namespace-host-PID', 'NamespaceHostPIDTrue'],
  ['allow-run-as-root', 'nonroot'],
  ['allow-privilege-escalation', 'privesc'],
  ['allow-privileged', 'privileged'],
  ['allow-read-only-root-filesystem-false', 'rootfs'],
]);

/** `kubeaudit.io/allow-privileged: why` on the pod, `container.kubeaudit.io/web.allow-privileged: why` for one container, and the old prefixes of both. */
const label =
  /^(?:container\.(?:kubeaudit|audit\.kubernetes)\.io\/(?<container>[^.]+)\.|kubeaudit\.io\/|audit\.kubernetes\.io\/pod\.)(?<override>allow-[\w-]+)$/;

/** @param aliases what other tools call rules. @returns ignores whose scope is a container or the pod. */
export function kubeauditIgnores(resource: Resource, aliases: Aliases): Ignore[] {
  const found: Ignore[] = [];
  for (const pod of resource.pods) {
    // Of twins the first one.
    const byName = new Map([...pod.containers].reverse().map((container) => [container.name, container] as const));
    for (const [key, value] of pod.template.at('metadata', 'labels').entries) {
      const { container: name, override = '' } = label.exec(key)?.groups ?? {};
      const named = name === undefined ? undefined : byName.get(name);
      if (override === '' || (name !== undefined && named === undefined)) continue;
      const add = (id: string, scope: Span | undefined): void => {
        if (scope !== undefined) found.push(...foreign(aliases, 'kubeaudit', [id], value.anchorOfKey, scope));
      };
      const containers = named === undefined ? pod.containers : [named];
      for (const item of capabilitiesNamed(override, containers)) add('CapabilityAdded', item);
      for (const volume of volumesNamed(override, pod, containers)) add('SensitivePathsMounted', volume);
      const id = overrides.get(override);
      if (id !== undefined) add(id, (named ?? resource).field.node);
    }
  }
  return found;
}

/** The items that add the capability which the label names: `allow-capability-sys-admin`. */
function capabilitiesNamed(override: string, containers: readonly Container[]): readonly Span[] {
  const name = /^allow-capability-(.+)$/.exec(override)?.[1]?.toLowerCase();
  if (name === undefined) return [];
  return containers.flatMap(({ securityContext }) =>
    securityContext
      .at('capabilities', 'add')
      .strings.flatMap(({ text, field: { node } }) =>
        node !== undefined && text.toLowerCase().replaceAll('_', '-') === name ? [node] : [],
      ),
  );
}

/** The volumes of the name behind `allow-host-path-mount-` that one of the containers mounts. */
function volumesNamed(override: string, pod: Pod, containers: readonly Container[]): readonly Span[] {
  const name = /^allow-host-path-mount-(.+)$/.exec(override)?.[1];
  const isMounted = containers.some((container) =>
    container.at('volumeMounts').items.some((mount) => mount.at('name').is(name ?? '')),
  );
  return isMounted ? pod.volumes.flatMap(({ name: own, field: { node } }) => (own === name && node ? [node] : [])) : [];
}
