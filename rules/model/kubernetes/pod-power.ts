/**
 * What somebody who is in a pod has of its node and of the API server, as the pod is written. A field that nobody can read gives nothing. Must not know
 * what an attacker makes of it. Source: Kubernetes API reference, PodSpec, Container and Volume.
 */
import { normalHostPath } from '../../data/host-paths.ts';
import { isSandboxRuntime } from '../../data/sandbox-runtimes.ts';
import type { Span } from '../../text/source.ts';
import { baseImageOf } from '../image/base.ts';
import { unversioned } from '../image/reference.ts';
import type { Container, ContainerRole } from './container.ts';
import { type Labels, readLabels } from './labels.ts';
import { type ListeningPort, listeningPorts } from './listening.ts';
import type { Pod } from './pod.ts';

/** A path of the node that a container has; `place` names where it is mounted. */
export interface HostMount {
  /** Normalised, with the `subPath` of the mount. */
  readonly path: string;
  /** True also where nobody knows. */
  readonly readOnly: boolean;
  readonly place: string;
}

/** Whom a process of a container is: `image` where only the image says it, `unknown` where nobody does. */
export type ProcessUser = 'root' | 'other' | 'image' | 'unknown';

/** What one container has. Places of it begin with `c` and its number in the pod. */
export interface ContainerPower {
  readonly name: string;
  readonly role: ContainerRole;
  readonly privileged: boolean;
  /** Capabilities that it is given beside those of the runtime; `ALL` for all. */
  readonly adds: readonly string[];
  readonly user: ProcessUser;
  /** Its image without tag and digest; empty where none is known. */
  readonly image: string;
  readonly mounts: readonly HostMount[];
  readonly hostProcess: boolean;
  readonly ports: readonly ListeningPort[];
  readonly noAppArmor: boolean;
}

/** A Secret that the pods read; `place` names where. */
export interface SecretUse {
  readonly name: string;
  readonly place: string;
  /** Numbers of the containers that have it. */
  readonly containers: readonly number[];
}

/** What the pods of one template have. */
export interface PodPower {
  readonly hostPID: boolean;
  /** Root inside is nobody outside; also where nobody knows whether it is. */
  readonly userNamespace: boolean;
  /** Its runtime puts a kernel between it and the node. */
  readonly sandboxed: boolean;
  readonly sharedProcesses: boolean;
  readonly windows: boolean;
  readonly containers: readonly ContainerPower[];
  /** A volume holds a token of its account for the API server, whatever `automountServiceAccountToken` says. */
  readonly projectedToken: boolean;
  readonly secrets: readonly SecretUse[];
  readonly hostPorts: readonly { readonly number: number; readonly place: string; readonly container: number }[];
  /** Labels that its nodes have; undefined where nobody knows. */
  readonly nodeSelector: Labels | undefined;
  /** It may be put on a node of the control plane. */
  readonly toleratesControlPlane: boolean;
}

/** What a pod has, and the places of it. */
export function powerOf(pod: Pod): { readonly power: PodPower; readonly places: { readonly [place: string]: Span } } {
  const places: { [place: string]: Span } = {};
  const note = (place: string, span: Span): string => {
    places[place] = span;
    return place;
  };
  for (const key of ['hostPID', 'hostNetwork', 'shareProcessNamespace'])
    if (pod.at(key).is(true)) note(key, pod.at(key).anchor);
  const runtime = pod.at('runtimeClassName').text;
  const token = projectedToken(pod);
  const listening = listeningPorts(pod.containers);
  if (token !== undefined) note('projectedToken', token);
  const power: PodPower = {
    hostPID: pod.at('hostPID').is(true),
    userNamespace: !isOrDefault(pod.at('hostUsers'), true),
    sandboxed: runtime !== undefined && isSandboxRuntime(runtime),
    sharedProcesses: pod.at('shareProcessNamespace').is(true),
    windows: pod.isWindows,
    containers: pod.containers.map((container, i) => ({
      ...containerPower(pod, container, `c${i}`, note),
      ports: listening.get(container) ?? [],
    })),
    projectedToken: token !== undefined,
    secrets: secretsOf(pod, note),
    hostPorts: pod.containers.flatMap((container, i) =>
      container.at('ports').items.flatMap((item, j) => {
        const number = item.at('hostPort').integer;
        if (number === undefined || number === 0) return [];
        return [{ number, container: i, place: note(`c${i}.port${j}`, item.at('hostPort').anchor) }];
      }),
    ),
    nodeSelector: pod.at('nodeSelector').missing ? {} : readLabels(pod.at('nodeSelector')),
    toleratesControlPlane: toleratesControlPlane(pod),
  };
  return { power, places };
}

type Note = (place: string, span: Span) => string;

/** Whether it has the value, or is absent; what nobody knows has none. */
const isOrDefault = (
  field: { readonly missing: boolean; readonly boolean: boolean | undefined },
  value: boolean,
): boolean => field.missing || field.boolean === value;

function containerPower(pod: Pod, container: Container, place: string, note: Note): Omit<ContainerPower, 'ports'> {
  const { securityContext } = container;
  const privileged = securityContext.at('privileged');
  const adds = securityContext.at('capabilities', 'add');
  const hostProcess = [container.effective('windowsOptions').field, pod.at('securityContext', 'windowsOptions')].find(
    (options) => options.at('hostProcess').is(true),
  );
  const appArmor = container.effective('appArmorProfile').field.at('type');
  const byAnnotation = pod.annotation(`container.apparmor.security.beta.kubernetes.io/${container.name}`);
  if (privileged.is(true)) note(`${place}.privileged`, privileged.anchor);
  if (adds.strings.length > 0) note(`${place}.adds`, adds.anchor);
  if (hostProcess !== undefined) note(`${place}.hostProcess`, hostProcess.at('hostProcess').anchor);
  return {
    name: container.name,
    role: container.role,
    privileged: privileged.is(true),
    adds: adds.strings.map(({ text }) => text.toUpperCase()),
    user: userOf(container),
    image: container.image === undefined ? '' : unversioned(container.image.reference),
    mounts: mountsOf(pod, container, place, note),
    hostProcess: hostProcess !== undefined,
    noAppArmor: privileged.is(true) || appArmor.is('Unconfined') || byAnnotation.is('unconfined'),
  };
}

/** Source: Kubernetes API reference, SecurityContext, runAsUser and runAsNonRoot: the kubelet refuses to start root then. */
function userOf(container: Container): ProcessUser {
  const user = container.effective('runAsUser');
  if (!user.missing) {
    const uid = user.field.integer;
    return uid === undefined ? 'unknown' : uid === 0 ? 'root' : 'other';
  }
  const nonRoot = container.effective('runAsNonRoot');
  if (!nonRoot.missing) {
    if (nonRoot.field.boolean === undefined) return 'unknown';
    if (nonRoot.field.boolean) return 'other';
  }
  if (container.image === undefined) return 'image';
  const base = baseImageOf(container.image.reference);
  return base.user === 'non-root' || (base.uid !== undefined && base.uid > 0) ? 'other' : 'image';
}

function mountsOf(pod: Pod, container: Container, place: string, note: Note): readonly HostMount[] {
  return container.at('volumeMounts').items.flatMap((mount, i) => {
    const path = pod.volumeNamed(mount.at('name').text)?.at('hostPath', 'path').string;
    const [sub, readOnly] = [mount.at('subPath'), mount.at('readOnly')];
    // What a variable completes is a path that nobody knows.
    if (path === undefined || !mount.at('subPathExpr').missing || !(sub.missing || sub.string !== undefined)) return [];
    return [
      {
        path: normalHostPath(`${path}/${sub.string ?? ''}`),
        readOnly: !isOrDefault(readOnly, false),
        place: note(`${place}.mount${i}`, mount.anchor),
      },
    ];
  });
}

/** The audience that the API server takes, as it is named by default. */
const ownAudience = /^https:\/\/kubernetes\.default\.svc(?:\.cluster\.local)?$/;

function projectedToken(pod: Pod): Span | undefined {
  for (const volume of pod.volumes) {
    if (volume.mounts.length === 0) continue;
    for (const source of volume.at('projected', 'sources').items) {
      const token = source.at('serviceAccountToken');
      const audience = token.at('audience');
      if (token.isMap && (audience.missing || audience.is('') || ownAudience.test(audience.text ?? '')))
        return token.anchorOfKey;
    }
  }
  return undefined;
}

function secretsOf(pod: Pod, note: Note): readonly SecretUse[] {
  const numbers = new Map(pod.containers.map((container, i) => [container, i]));
  const named = [
    ...pod.volumes
      .filter(({ mounts }) => mounts.length > 0)
      .flatMap((volume) => {
        const by = volume.mounts.flatMap(({ container }) => numbers.get(container) ?? []);
        const fields = [
          volume.at('secret', 'secretName'),
          ...volume.at('projected', 'sources').items.map((source) => source.at('secret', 'name')),
        ];
        return fields.map((field) => ({ field, by }));
      }),
    ...pod.containers.flatMap((container, i) => {
      const fields = [
        ...container.at('envFrom').items.map((item) => item.at('secretRef', 'name')),
        ...container.at('env').items.map((item) => item.at('valueFrom', 'secretKeyRef', 'name')),
      ];
      return fields.map((field) => ({ field, by: [i] }));
    }),
  ];
  const found = new Map<string, SecretUse>();
  for (const { field, by } of named) {
    const name = field.string;
    if (name === undefined) continue;
    const { place, containers } = found.get(name) ?? {
      place: note(`secret${found.size}`, field.anchor),
      containers: [],
    };
    found.set(name, { name, place, containers: [...new Set([...containers, ...by])] });
  }
  return [...found.values()];
}

const controlPlaneTaints: ReadonlySet<string> = new Set([
  'node-role.kubernetes.io/control-plane',
  'node-role.kubernetes.io/master',
]);

/** Source: Kubernetes documentation, "Taints and Tolerations": an empty key with `Exists` matches every taint, an empty effect every effect. */
function toleratesControlPlane(pod: Pod): boolean {
  return pod.at('tolerations').items.some((toleration) => {
    const [key, effect] = [toleration.at('key'), toleration.at('effect')];
    const isAny = (key.missing || key.is('')) && toleration.at('operator').is('Exists');
    return (isAny || controlPlaneTaints.has(key.text ?? '')) && (effect.missing || effect.is('NoSchedule'));
  });
}
