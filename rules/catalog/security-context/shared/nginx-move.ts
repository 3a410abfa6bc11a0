/**
 * The move of a container from nginx to nginxinc/nginx-unprivileged with everything that has to move with it: its port, its probes, and whoever sends to
 * the port. Source: github.com/nginx/docker-nginx-unprivileged, README.
 */
import type { Fix } from '../../../contract/finding.ts';
import type { Facts } from '../../../facts/index.ts';
import type { NetworkPolicyFact } from '../../../facts/kinds/network-policy.ts';
import type { PodsFact } from '../../../facts/kinds/pods.ts';
import { nearBy, sorted } from '../../../facts/near-by.ts';
import { buildOf } from '../../../facts/questions/builds.ts';
import { keysOfSelected, keysOfSelecting, mayChoose } from '../../../facts/questions/selection.ts';
import { servicesOf } from '../../../facts/questions/services.ts';
import { fullName, unversioned } from '../../../model/image/reference.ts';
import type { Container } from '../../../model/kubernetes/container.ts';
import type { Pod } from '../../../model/kubernetes/pod.ts';
import type { PortMatch, TrafficRule } from '../../../model/kubernetes/traffic.ts';
import type { Change } from '../../../yaml/change.ts';
import type { Field } from '../../../yaml/field.ts';
import {
  unprivilegedNginxPort as port,
  unprivilegedNginxTag,
  unprivilegedNginxUser,
} from '../../dockerfile/shared/unprivileged-nginx.ts';
import { mountEmptyDirs } from './container-fix.ts';

const stockPort = 80;

/** Asked for each container of a pod. */
const portTaken = new WeakMap<Pod, boolean>();

/** Whether a container of the pod listens on the new port, or may do so. */
function mayTakePort(pod: Pod): boolean {
  let taken = portTaken.get(pod);
  if (taken === undefined) {
    const ports = pod.containers.flatMap((one) => one.at('ports').items.map((item) => item.at('containerPort')));
    taken = ports.some((field) => field.is(port) || field.unknown);
    portTaken.set(pod, taken);
  }
  return taken;
}

/** @param path of the file that holds the container. @returns undefined where the container runs no stock nginx, or cannot move. */
export function nginxMove(container: Container, path: string, facts: Facts): Fix | undefined {
  const { image, pod } = container;
  const reference = image?.reference;
  if (image === undefined || reference === undefined || fullName(reference) !== 'docker.io/library/nginx')
    return undefined;
  const tag = unprivilegedNginxTag(reference.tag);
  const replacement = tag === undefined ? undefined : image.replacement(`nginxinc/nginx-unprivileged${tag}`);
  if (reference.digest !== undefined || replacement === undefined || container.at('command').present) return undefined;
  if (buildOf(unversioned(reference), facts) !== undefined || !pod.at('hostNetwork').missing) return undefined;
  if (mayTakePort(pod)) return undefined;
  const user = container.effective('runAsUser');
  if (user.field.present && !user.field.is(0)) return undefined;
  const moved = [
    ...container.at('ports').items.map((item) => item.at('containerPort')),
    ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe) => portsOf(container.at(probe))),
    ...['postStart', 'preStop'].flatMap((hook) => portsOf(container.at('lifecycle', hook))),
  ].filter((field) => field.is(stockPort));
  const hasTmp = container.at('volumeMounts').items.some((mount) => mount.at('mountPath').is('/tmp'));
  const changes: Change[] = [
    ...(replacement.changes ?? []),
    ...moved.map((field) => field.set(port)),
    container.securityContext.at('runAsNonRoot').set(true),
    ...(user.field.is(0) ? [user.field.set(unprivilegedNginxUser)] : []),
    // Its pid file and its temporary files are there, also where the root filesystem is read-only.
    ...(hasTmp ? [] : (mountEmptyDirs(container, ['/tmp']).changes ?? [])),
  ];
  const clauses = [...insideClauses(container), ...senderClauses(container, path, facts)];
  return {
    title: `Use nginxinc/nginx-unprivileged, which runs as ${unprivilegedNginxUser} and listens on ${port}, with an empty /tmp, and forbid root`,
    changes,
    hardens: true,
    caution: `nginx listens on ${port} instead of ${stockPort}`,
    ...(clauses.length === 0 ? {} : { assumes: clauses.join(', and ') }),
  };
}

const portsOf = (handler: Field): readonly Field[] => [handler.at('httpGet', 'port'), handler.at('tcpSocket', 'port')];

/** What in the container speaks of port 80, or of where nginx writes. */
function insideClauses(container: Container): readonly string[] {
  const clauses: string[] = [];
  const mounts = container.at('volumeMounts').items.map((mount) => mount.at('mountPath').text ?? '');
  const files = mounts.filter((path) => path.startsWith('/etc/nginx'));
  if (files.length > 0) clauses.push(`what is mounted at ${files[0]} listens on ${port}`);
  if (files.some((path) => /^\/etc\/nginx(?:\/nginx\.conf)?\/?$/.test(path)))
    clauses.push('nginx.conf has its pid file in /tmp');
  const commands = ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe) =>
    container.at(probe, 'exec', 'command').strings.map(({ text }) => text),
  );
  if (commands.some((text) => /localhost|127\.0\.0\.1|\[::1\]/.test(text))) clauses.push(`its probes ask port ${port}`);
  if (container.at('args').present) clauses.push('its arguments name no other port');
  return clauses;
}

/** Lets port 80 through, and 8080 not. */
function isStock({ port: first, endPort }: PortMatch): boolean {
  if (typeof first !== 'number') return false;
  const holds = (one: number): boolean => first <= one && one <= (endPort ?? first);
  return holds(stockPort) && !holds(port);
}

/** Services and policies of the scope that speak of port 80 of these pods; those that name the port by its name move with it. */
function senderClauses({ pod }: Container, path: string, facts: Facts): readonly string[] {
  const { kind, name } = pod.resource;
  const pods = podsOfFile(facts, undefined, JSON.stringify([path, kind, name])).flat();
  const services = new Set(
    pods.flatMap((one) => (one.labels === undefined ? facts.near('service', one) : servicesOf(facts, one))),
  );
  const policies = sorted(facts, [...new Set(pods.flatMap((one) => stockPoliciesOf(facts, one)))]);
  return [
    ...[...services]
      .filter(({ selector, ports }) => selector !== undefined && ports.some(({ target }) => target === stockPort))
      .map((service) => `Service ${service.name} sends to port ${port}`),
    ...policies.map((policy) => `policy ${policy.name} lets port ${port} in`),
  ];
}

const podsOfFile = nearBy('pods', () => ({ ref, kind, name }) => [JSON.stringify([ref.file, kind, name])]);

/** Policies that let port 80 in by its number, or do not say what they let in; where all or nothing is let in, the port does not matter. */
const stockPolicies = nearBy('network-policy', (facts) => {
  const namesPort = ({ ports }: TrafficRule): boolean => ports === undefined || ports.some(isStock);
  const keysOf = keysOfSelecting(facts.byKind['network-policy'].map(({ podSelector }) => podSelector));
  return ({ isolates, rules, podSelector }) =>
    isolates.ingress && rules?.ingress.some(namesPort) !== false ? keysOf(podSelector) : [];
});

/** Those that select the pods, or may. */
function stockPoliciesOf(facts: Facts, pods: PodsFact): readonly NetworkPolicyFact[] {
  const own = facts.namespaceOf(pods);
  return keysOfSelected(pods.labels)
    .flatMap((key) => stockPolicies(facts, own, key).flat())
    .filter(({ podSelector }) => mayChoose(podSelector, pods.labels));
}
