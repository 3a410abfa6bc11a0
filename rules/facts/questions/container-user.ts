/**
 * Which user a container can run as: that of its image, from the Dockerfile that builds it or from the table of known images, else one of no account.
 * Knows what in the pod stands against it.
 */
import { publicRegistries } from '../../data/registries.ts';
import { unprivilegedUser } from '../../data/users.ts';
import { packageCommandOf } from '../../model/dockerfile/packages.ts';
import { rootNeedIn, rootProgramInWords } from '../../model/dockerfile/root-start.ts';
import { baseImageOf, namesakeOf } from '../../model/image/base.ts';
import { type ImageReference, parseImageReference, unversioned } from '../../model/image/reference.ts';
import { commandWords, startScriptOf } from '../../model/kubernetes/command-line.ts';
import type { Container } from '../../model/kubernetes/container.ts';
import { isPrivilegedPort } from '../../model/port.ts';
import type { Change } from '../../yaml/change.ts';
import type { Facts } from '../index.ts';
import { remembered } from '../near-by.ts';
import { type Build, buildOf } from './builds.ts';

/** A user that a container can run as, and what that takes. */
export interface ContainerUser {
  readonly uid: number;
  /** Whose number it is, in words for a title; undefined for the one of no account. */
  readonly whose: string | undefined;
  /** The image runs as it by itself, so that the pod need not say it. */
  readonly isImages: boolean;
  /** A Dockerfile or a table says what the image is made of, or those who deploy it build it; else nobody knows what its program needs. */
  readonly isKnown: boolean;
  /** What has to be true for the container to start as it; undefined when nothing is known to stand against it. */
  readonly assumes: string | undefined;
  /** What else the pod needs for it. */
  readonly changes: readonly Change[];
  /** What these changes do, in words for a title; empty for none. */
  readonly also: string;
}

/** What is known of the image alone. */
export interface Known {
  readonly uid: number | undefined;
  readonly whose?: string;
  readonly isImages?: boolean;
  readonly isKnown?: boolean;
  /** Its program may write where only root may; nobody tried. */
  readonly isUntried?: boolean;
  readonly clauses?: readonly string[];
  /** It minds the mode of its files: what a group may write it refuses. */
  readonly isDatabase?: boolean;
}

/** @returns the user of its image where that is known and is not root, else one of no account. */
export function containerUser(container: Container, facts: Facts): ContainerUser {
  const known = knownOf(container, facts);
  const uid = known.uid ?? unprivilegedUser;
  // What it runs as already needs nothing new.
  if (known.isImages === true && !container.effective('runAsUser').field.present)
    return { uid, whose: known.whose, isImages: true, isKnown: true, assumes: undefined, changes: [], also: '' };
  const ports = portChanges(container);
  const volumes = volumeNeeds(container, uid, known.isDatabase === true);
  const clauses = [...(known.clauses ?? []), ...podClauses(container), ...volumes.clauses, ...(ports.clause ?? [])];
  const also = [
    ...(volumes.changes.length > 0 ? [`its volumes are given to group ${uid}`] : []),
    ...(ports.changes === undefined ? [] : ['its ports below 1024 are opened']),
  ];
  return {
    uid,
    whose: known.whose,
    isImages: known.isImages === true,
    isKnown: known.isUntried !== true && (known.isKnown === true || known.uid !== undefined),
    assumes: clauses.length === 0 ? undefined : [...new Set(clauses)].join(', and '),
    changes: [...volumes.changes, ...(ports.changes ?? [])],
    also: also.map((one) => `; ${one}`).join(''),
  };
}

function knownOf(container: Container, facts: Facts): Known {
  const { image } = container;
  if (image === undefined) return { uid: undefined };
  const build = buildOf(unversioned(image.reference), facts);
  const ownProgram = container.at('command').present;
  if (build !== undefined)
    return {
      isKnown: true,
      isUntried: build.stage.isUntried && !ownProgram,
      ...builtUser(build, ownProgram),
    };
  const isKnown =
    baseImageOf(image.reference).user !== 'unknown' || (isOfTheirs(image.reference) && !isSomebodyNamed(facts));
  return { isKnown, ...baseUser(image.text, ownProgram) };
}

/** Of a registry of their own, or of no registry: a name without a path is official, and all of these are in the table. */
function isOfTheirs({ registry, repository }: ImageReference): boolean {
  return !publicRegistries.has(registry) || repository.startsWith('library/');
}

/** A Dockerfile says as whom an image of theirs runs: any of those that none is known to build may be that one, and its files that user's. */
const isSomebodyNamed = remembered((facts) =>
  facts.byKind.dockerfile.some(({ stages }) => {
    const kind = stages.at(-1)?.user.kind;
    return kind === 'name' || kind === 'number';
  }),
);

function builtUser({ stage, certain }: Build, ownProgram: boolean): Known {
  const { user, runsAs, whose, needs, base } = stage;
  const clauses = needs === undefined || ownProgram ? [] : [needs];
  switch (user.kind) {
    case 'number':
      return { uid: user.uid, whose: 'that of its Dockerfile', isImages: certain };
    case 'name':
      return user.uid === undefined
        ? { uid: undefined, clauses: [`it need not be ${user.name}, as whom its Dockerfile runs it`] }
        : { uid: user.uid, whose: `${user.name} of its Dockerfile` };
    case 'root':
      return runsAs === undefined
        ? { uid: undefined, clauses }
        : { uid: runsAs, whose: whose ?? 'that of its Dockerfile', clauses };
    default: {
      const inherited = base === undefined ? { uid: undefined } : baseUser(base, ownProgram || stage.hasEntrypoint);
      return {
        ...inherited,
        isImages: certain && inherited.isImages === true,
        clauses: [...(inherited.clauses ?? []), ...clauses],
      };
    }
  }
}

/** @param text of an image's name. @param ownProgram another program than the image's own is started. */
export function baseUser(text: string, ownProgram: boolean): Known {
  const reference = parseImageReference(text);
  const namesake = namesakeOf(reference);
  if (namesake !== undefined && !ownProgram)
    return {
      uid: namesake.shipped?.uid,
      isDatabase: namesake.user === 'drops',
      clauses: [`${reference.name} starts without root`],
    };
  const { user, uid, userName, shipped, needs } = baseImageOf(reference);
  if (uid !== undefined)
    return userName === undefined
      ? { uid, whose: 'that of the image', isImages: true }
      : { uid, whose: `${userName} of the image` };
  if (user === 'non-root') return { uid: undefined, clauses: ['it need not be the user of the image'] };
  if (user === 'drops')
    return shipped === undefined
      ? { uid: undefined, clauses: ownProgram ? [] : [`${reference.name} starts without root`], isDatabase: true }
      : { uid: shipped.uid, whose: `${shipped.name}, which the image becomes by itself`, isDatabase: true };
  const clauses = needs === undefined || ownProgram ? [] : [needs];
  return shipped === undefined
    ? { uid: undefined, clauses }
    : { uid: shipped.uid, whose: `${shipped.name} of the image`, clauses };
}

/** Kinds of volumes that anybody may write, or nobody. */
const harmless = new Set(['emptyDir', 'configMap', 'secret', 'projected', 'downwardAPI', 'image']);
/** Kinds whose files the kubelet gives to the pod's fsGroup; `claim`: of a StatefulSet's templates. */
const givable = new Set(['persistentVolumeClaim', 'ephemeral', 'claim']);
/** Kinds whose files no fsGroup is given. */
const unowned = new Set(['hostPath', 'nfs']);

function podClauses(container: Container): readonly string[] {
  const { securityContext } = container;
  const clauses: string[] = [];
  const words = commandWords(container).flatMap(({ text }) => text ?? []);
  const script = startScriptOf(container);
  const program = rootProgramInWords(words);
  const need = script === undefined ? undefined : rootNeedIn(script.commands);
  const install = script?.commands.map(packageCommandOf).find((command) => command?.installs === true);
  if (program !== undefined) clauses.push(`${program} starts without root`);
  else if (need !== undefined) clauses.push(`${need} in its script needs no root`);
  else if (install !== undefined) clauses.push(`${install.program.text} may install as another user`);
  if (securityContext.at('privileged').is(true)) clauses.push('it needs no root, privileged as it is');
  const added = securityContext
    .at('capabilities', 'add')
    .strings.map(({ text }) => text.toUpperCase().replace(/^CAP_/, ''))
    .filter((name) => name !== 'NET_BIND_SERVICE');
  if (added.length > 0) clauses.push(`it needs no root for ${added.join(', ')}`);
  if (usesRootsHome(container, words)) clauses.push('it needs nothing below /root');
  return clauses;
}

/** Files of the node that everybody may read. */
const readable =
  /^\/(?:etc\/(?:localtime|timezone|hostname|os-release|ssl(?:\/certs)?|pki|ca-certificates)|usr\/share|usr\/lib|lib\/modules)(?:\/|$)/;

/** Volumes that the user may not write, or that the pod gives to a group of its own (fsGroup, as far as the kubelet owns them). */
function volumeNeeds(
  container: Container,
  uid: number,
  isDatabase: boolean,
): { readonly clauses: readonly string[]; readonly changes: readonly Change[] } {
  const { pod } = container;
  const fsGroup = pod.at('securityContext', 'fsGroup');
  const clauses: string[] = [];
  const changes: Change[] = [];
  for (const mount of container.at('volumeMounts').items) {
    const path = mount.at('mountPath').text;
    const volume = pod.volumeNamed(mount.at('name').text);
    const type = volume?.type ?? 'claim';
    const isRead = mount.at('readOnly').is(true);
    if (path === undefined || harmless.has(type) || (!fsGroup.missing && !unowned.has(type))) continue;
    if (type === 'hostPath') {
      if (!readable.test(volume?.at('hostPath', 'path').text ?? ''))
        clauses.push(`user ${uid} may use ${path} of the node`);
    } else if (isRead) continue;
    else if (givable.has(type) && !isDatabase) changes.push(fsGroup.set(uid));
    else clauses.push(`user ${uid} may write ${path}`);
  }
  return { clauses, changes: changes.slice(0, 1) };
}

/** Root's home is closed to others (0700 on Debian, Alpine and Red Hat). */
function usesRootsHome(container: Container, words: readonly string[]): boolean {
  const mentions = /(?:^|[\s"'=:,])(?:\/root(?![\w.-])|~\/)/;
  const mounts = container.at('volumeMounts').items.map((mount) => mount.at('mountPath').text ?? '');
  const values = container.at('env').items.map((item) => item.at('value').text ?? '');
  return [container.at('workingDir').text ?? '', ...mounts, ...values, ...words].some((text) => mentions.test(text));
}

/**
 * A port below 1024 that is not known to be open to everybody: the pod opens it, by a sysctl that the baseline level admits. An added NET_BIND_SERVICE is
 * nothing to a user other than root unless the file of the program has it, too. Source: capabilities(7), "Transformation of capabilities during execve()".
 */
function portChanges(container: Container): {
  readonly changes?: readonly Change[];
  readonly clause?: readonly string[];
} {
  const low = container.at('ports').items.flatMap((port) => {
    const number = port.at('containerPort').integer ?? 0;
    return isPrivilegedPort(number) ? [number] : [];
  });
  const [port] = low;
  const { pod } = container;
  if (port === undefined) return {};
  const sysctls = pod.at('securityContext', 'sysctls');
  if (sysctls.items.some((item) => item.at('name').is(portStart))) return {};
  // The sysctls of the network are the node's there.
  if (!pod.at('hostNetwork').missing || !sysctls.missing) return { clause: [`the runtime lets it open port ${port}`] };
  return { changes: [sysctls.set([{ name: portStart, value: '0' }])] };
}

const portStart = 'net.ipv4.ip_unprivileged_port_start';

/** The change that gives a container the user. It says so itself, since what its pod says holds for others too. */
export function runsAs(container: Container, uid: number): Change {
  return container.securityContext.at('runAsUser').set(uid);
}
