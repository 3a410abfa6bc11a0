/** What a workload tells other documents: whom its pods are, which ports they listen on, whom they call, and what they take from the host. */

import { isRuntimeSocket, normalHostPath } from '../../data/host-paths.ts';
import type { Container } from '../../model/kubernetes/container.ts';
import { type Labels, readLabels } from '../../model/kubernetes/labels.ts';
import { type Mention, mentionsOfContainers } from '../../model/kubernetes/mentions.ts';
import { protocolOf } from '../../model/kubernetes/network.ts';
import type { Pod } from '../../model/kubernetes/pod.ts';
import { type PodPower, powerOf } from '../../model/kubernetes/pod-power.ts';
import type { PodSecurityLevel } from '../../model/kubernetes/pod-security.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Port } from '../../model/kubernetes/traffic.ts';
import type { Span } from '../../text/source.ts';
import type { Field } from '../../yaml/field.ts';
import type { Fact, FactSource, Statement } from '../fact.ts';
import { type Setting, settingOf } from '../setting.ts';

export interface WorkloadFact extends Fact {
  /** Undefined when unknown. */
  readonly labels: Labels | undefined;
  /** Those of the labels that its controller never changes; empty when it has none. */
  readonly selector: Labels;
  /** Annotations of the pods by which meshes are told to take them in. */
  readonly meshAnnotations: Labels;
  readonly hostNetwork: Setting;
  /** `default` when nothing is written; undefined when unknown. */
  readonly serviceAccount: string | undefined;
  readonly automount: Setting;
  /** Ports that its containers declare. */
  readonly ports: readonly Port[];
  /** Ports, by number or name, that its probes ask by HTTPS. */
  readonly probedByTls: readonly (number | string)[];
  /** One of its containers is told of a certificate of its own. */
  readonly hasCertificate: boolean;
  /** Hosts that its containers name. */
  readonly mentions: readonly Mention[];
  /** ConfigMaps that its pods read. */
  readonly configMaps: readonly string[];
  /** What its pods take from the node they run on. */
  readonly host: readonly HostAccess[];
  /** What somebody in one of the pods has of the node and of the API server. */
  readonly power: PodPower;
  /** The strictest Pod Security Standard that its pods meet; undefined when nobody looked. */
  readonly meets: PodSecurityLevel | undefined;
}

/** Something that a pod takes of its node; `place` names where it is written. */
export interface HostAccess {
  /** As a sentence about the pod ends: `shares the network of its node`. */
  readonly what: string;
  /** In a list of what is worth knowing about the pod: `sees the node`. */
  readonly inShort: string;
  readonly place: string;
}

/** One for each template whose pods stand in the cluster and are complete enough to be judged. */
export const workload: FactSource<WorkloadFact> = {
  objects: {
    of: 'pods',
    extract: (resource, checkPodSecurity) =>
      resource.pods
        .filter((pod) => pod.isCreatedDirectly && pod.isComplete)
        .map((pod) => workloadOf(resource, pod, checkPodSecurity?.(pod))),
  },
};

function workloadOf(resource: Resource, pod: Pod, meets: PodSecurityLevel | undefined): Statement<WorkloadFact> {
  const { labels, containers, account } = pod;
  const taken = hostAccessOf(pod);
  const { power, places } = powerOf(pod);
  return {
    says: {
      labels: labels === undefined ? undefined : Object.fromEntries(labels),
      selector: readLabels(resource.at('spec', 'selector', 'matchLabels')) ?? {},
      meshAnnotations: Object.fromEntries(
        meshAnnotations.flatMap((key) => {
          const value = pod.annotation(key).text;
          return value === undefined ? [] : [[key, value]];
        }),
      ),
      hostNetwork: settingOf(pod.at('hostNetwork')),
      serviceAccount: account.missing ? 'default' : account.text,
      automount: settingOf(pod.at('automountServiceAccountToken')),
      ports: containers.flatMap((container) => container.at('ports').items.flatMap(portOf)),
      probedByTls: containers.flatMap(probedByTls),
      hasCertificate: containers.some(hasCertificate),
      mentions: mentionsOfContainers(containers),
      configMaps: configMapsOf(pod),
      host: taken.map(({ what, inShort }, i) => ({ what, inShort, place: `host${i}` })),
      power,
      meets,
    },
    places: {
      ...places,
      pod: pod.anchor,
      account: account.present ? account.anchor : pod.anchor,
      automount: pod.at('automountServiceAccountToken').anchor,
      ...Object.fromEntries(taken.map(({ at }, i) => [`host${i}`, at])),
    },
  };
}

const meshAnnotations = ['sidecar.istio.io/inject', 'linkerd.io/inject'];

function portOf(item: Field): readonly Port[] {
  const number = item.at('containerPort').integer;
  if (number === undefined) return [];
  return [{ protocol: protocolOf(item.at('protocol')), number, name: item.at('name').string }];
}

function probedByTls(container: Container): readonly (number | string)[] {
  return ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((key) => {
    const http = container.at(key, 'httpGet');
    const port = http.at('port').integer ?? http.at('port').string;
    return http.at('scheme').is('HTTPS') && port !== undefined ? [port] : [];
  });
}

/** `--tls-cert-file=`, `-ssl-cert`, `TLS_KEY`, `SSL_CERTIFICATE`: what servers and clients call it, whatever else they are called. */
const certificate =
  /(?:tls|ssl|https)[-_.]?[a-z]{0,16}[-_.]?(?:cert|key|secret)|(?:^|[-_.])cert(?:ificate)?[-_.]?(?:file|path|dir|key|name)/i;

function hasCertificate(container: Container): boolean {
  const words = ['command', 'args'].flatMap((key) => container.at(key).strings.map(({ text }) => text));
  const names = container.at('env').items.map((item) => item.at('name').string ?? '');
  return [...words.map((word) => word.split('=', 1)[0] ?? ''), ...names].some((word) => certificate.test(word));
}

function configMapsOf(pod: Pod): readonly string[] {
  const named = [
    ...pod.volumes.flatMap((volume) => [
      volume.at('configMap', 'name'),
      ...volume.at('projected', 'sources').items.map((source) => source.at('configMap', 'name')),
    ]),
    ...pod.containers.flatMap((container) => [
      ...container.at('envFrom').items.map((item) => item.at('configMapRef', 'name')),
      ...container.at('env').items.flatMap((item) => {
        const source = item.at('valueFrom');
        return source.present ? [source.at('configMapKeyRef', 'name')] : [];
      }),
    ]),
  ];
  return [...new Set(named.flatMap((field) => field.string ?? []))];
}

function hostAccessOf(pod: Pod): readonly (Omit<HostAccess, 'place'> & { readonly at: Span })[] {
  const shared = [
    ['hostNetwork', 'shares the network of its node'],
    ['hostPID', 'sees every process of its node'],
    ['hostIPC', 'shares the memory of processes of its node'],
  ] as const;
  const namespaces = shared.flatMap(([key, what]) =>
    pod.at(key).is(true) ? [{ what, inShort: 'sees the node', at: pod.at(key).anchor }] : [],
  );
  const privileged = pod.containers.flatMap((container) => {
    const field = container.securityContext.at('privileged');
    const what = `runs ${container.label} with every right on its node`;
    return field.is(true) ? [{ what, inShort: 'privileged', at: field.anchor }] : [];
  });
  const paths = pod.volumes.flatMap((volume) => {
    const path = volume.at('hostPath', 'path');
    if (path.string === undefined) return [];
    // What no container mounts is out of reach.
    const byPath = new Map<string, boolean>();
    for (const { field } of volume.mounts) {
      const sub = field.at('subPath').string;
      const shown = sub === undefined ? path.string : `${path.string.replace(/\/$/, '')}/${sub}`;
      byPath.set(shown, (byPath.get(shown) ?? true) && field.at('readOnly').is(true));
    }
    return [...byPath].map(([shown, isReadOnly]) => hostPathAccess(shown, isReadOnly, path.anchor));
  });
  const ports = pod.containers.flatMap((container) =>
    container.at('ports').items.flatMap((item) => {
      const port = item.at('hostPort');
      return port.integer === undefined
        ? []
        : [{ what: `listens on port ${port.integer} of its node`, inShort: 'has a port of the node', at: port.anchor }];
    }),
  );
  const capabilities = pod.containers.flatMap((container) => {
    const add = container.securityContext.at('capabilities', 'add');
    const strong = add.strings.filter(({ text }) => powerfulCapabilities.has(text.toUpperCase()));
    const what = `runs ${container.label} with ${strong.map(({ text }) => text.toUpperCase()).join(', ')} on its node`;
    return strong.length === 0 ? [] : [{ what, inShort: 'powerful', at: add.anchor }];
  });
  return [...privileged, ...capabilities, ...namespaces, ...paths, ...ports];
}

/** Capabilities that root takes its node by. Source: capabilities(7), Linux 6.12. */
const powerfulCapabilities: ReadonlySet<string> = new Set([
  'ALL',
  'BPF',
  'DAC_READ_SEARCH',
  'PERFMON',
  'SYS_ADMIN',
  'SYS_MODULE',
  'SYS_PTRACE',
  'SYS_RAWIO',
]);

/** A socket is written to by whoever connects, however it is mounted. */
function hostPathAccess(
  path: string,
  isReadOnly: boolean,
  at: Span,
): Omit<HostAccess, 'place'> & { readonly at: Span } {
  if (isRuntimeSocket(normalHostPath(path)))
    return { what: `commands the container runtime of its node by ${path}`, inShort: 'commands the node', at };
  const does = isReadOnly ? 'reads' : 'writes';
  return { what: `${does} ${path} of its node`, inShort: `${does} files of the node`, at };
}
