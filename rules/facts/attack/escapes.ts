/**
 * Steps from a pod onto its node, and to what it may read there, by what one container has. Each row is proved by cases of what is such a step and what is
 * not. Sources beside those of the rows: capabilities(7), user_namespaces(7), Linux 6.12; the default profiles of containerd 2.
 */

import { holdsRuntimeSocket } from '../../data/host-paths.ts';
import { holdsCorePattern, holdsCredentials, holdsPodTokens, isRunByNode } from '../../data/node-paths.ts';
import type { ContainerPower, HostMount } from '../../model/kubernetes/pod-power.ts';
import { buildOf } from '../questions/builds.ts';
import { type Assumption, type Cut, type CutKind, cutAt, type EdgeKind, type Step } from './edge.ts';
import type { Foothold, Terrain } from './terrain.ts';
import { nodeVertex } from './vertex.ts';

/** One way in which a container has what a row asks for. */
interface Hold {
  readonly assumes: readonly Assumption[];
  readonly cuts: readonly Cut[];
}

/** A row on containers. */
interface Escape extends EdgeKind {
  /** What of the node it leads to; undefined for all of it. */
  readonly part: 'tokens' | 'processes' | undefined;
  /** A namespace of users takes it away. */
  readonly needsHostRoot: boolean;
  /** A kernel of its own takes it away. */
  readonly needsHostKernel: boolean;
  /** A process that is root in the container is needed. */
  readonly needsRoot: boolean;
  find(container: Held): readonly Hold[];
}

/** A container, with how to name edits of it. */
interface Held {
  readonly power: ContainerPower;
  readonly hostPID: boolean;
  readonly privileged: Cut;
  readonly pids: Cut;
  adds(names: string): Cut | undefined;
  readonly mounts: readonly { readonly mount: HostMount; readonly remove: Cut; readonly close: Cut }[];
}

const kernel = { part: undefined, needsHostRoot: true, needsHostKernel: true, needsRoot: true } as const;
const files = { part: undefined, needsHostRoot: true, needsHostKernel: false, needsRoot: true } as const;
const volumes = 'Kubernetes documentation, "Volumes", hostPath';

const withCapability =
  (names: string, assumes: readonly Assumption[], orPrivileged: boolean) =>
  (held: Held): readonly Hold[] => {
    const added = held.adds(names);
    return [
      ...(orPrivileged && held.power.privileged ? [{ assumes: [], cuts: [held.privileged] }] : []),
      ...(added === undefined ? [] : [{ assumes, cuts: [added] }]),
    ];
  };

const writes =
  (is: (path: string) => boolean) =>
  ({ mounts }: Held): readonly Hold[] =>
    mounts
      .filter(({ mount }) => !mount.readOnly && is(mount.path))
      .map(({ remove, close }) => ({ assumes: [], cuts: [close, remove] }));

const reads =
  (is: (path: string) => boolean, assumes: readonly Assumption[]) =>
  ({ mounts }: Held): readonly Hold[] =>
    mounts.filter(({ mount }) => is(mount.path)).map(({ remove }) => ({ assumes, cuts: [remove] }));

/** The rows, by what they take. */
export const escapes: readonly Escape[] = [
  {
    id: 'escape.privileged-mount',
    does: 'mounts the disk of its node, since it is privileged',
    techniques: 'T1611, MS-TA9018',
    source: 'Kubernetes documentation, "Pod Security Standards", privileged containers',
    ...kernel,
    needsRoot: false,
    find: ({ power, privileged }) => (power.privileged ? [{ assumes: [], cuts: [privileged] }] : []),
  },
  {
    id: 'escape.nsenter',
    does: 'enters the namespaces of the first process of its node',
    techniques: 'T1611',
    source: 'nsenter(1); setns(2)',
    ...kernel,
    needsRoot: false,
    find: ({ power, hostPID, privileged, pids }) =>
      power.privileged && hostPID ? [{ assumes: [], cuts: [privileged, pids] }] : [],
  },
  {
    id: 'escape.module',
    does: 'loads a module into the kernel of its node',
    techniques: 'T1611',
    source: 'capabilities(7), CAP_SYS_MODULE',
    ...kernel,
    find: withCapability('SYS_MODULE', [], true),
  },
  {
    id: 'escape.ptrace',
    does: 'takes over a process of its node',
    techniques: 'T1611, T1055',
    source: 'ptrace(2), CAP_SYS_PTRACE',
    ...kernel,
    find: (held) =>
      held.hostPID
        ? withCapability(
            'SYS_PTRACE',
            held.power.noAppArmor ? [] : ['app-armor'],
            true,
          )(held).map((hold) => ({
            ...hold,
            cuts: [...hold.cuts, held.pids],
          }))
        : [],
  },
  {
    id: 'escape.sys-admin',
    does: 'mounts what it wants, and has its node run a program',
    techniques: 'T1611',
    source: 'capabilities(7), CAP_SYS_ADMIN; cgroups(7), release_agent',
    ...kernel,
    find: (held) =>
      withCapability('SYS_ADMIN', held.power.noAppArmor && held.hostPID ? [] : ['app-armor', 'kernel'], false)(held),
  },
  {
    id: 'escape.dac-read',
    does: 'opens files of its node by their handles',
    techniques: 'T1611',
    source: 'open_by_handle_at(2), CAP_DAC_READ_SEARCH',
    ...kernel,
    find: withCapability('DAC_READ_SEARCH', ['file'], false),
  },
  {
    id: 'escape.raw-io',
    does: 'reads or writes the memory of its node',
    techniques: 'T1611',
    source: 'capabilities(7), CAP_SYS_RAWIO, CAP_BPF, CAP_PERFMON',
    ...kernel,
    find: withCapability('SYS_RAWIO BPF PERFMON', ['kernel'], false),
  },
  {
    id: 'escape.core-pattern',
    does: 'names the program that its node runs when one crashes',
    techniques: 'T1611',
    source: 'core(5), core_pattern',
    ...kernel,
    find: writes(holdsCorePattern),
  },
  {
    id: 'escape.host-write',
    does: 'writes what its node runs or trusts',
    techniques: 'T1611, MS-TA9013, MS-TA9017',
    source: volumes,
    ...files,
    find: writes(isRunByNode),
  },
  {
    id: 'escape.host-read',
    does: 'reads credentials of its node',
    techniques: 'T1552.001, T1611',
    source: volumes,
    ...files,
    find: reads(holdsCredentials, ['file']),
  },
  {
    id: 'read.node-tokens',
    does: 'reads the tokens of every pod of its node',
    techniques: 'T1552, T1528',
    source: 'Kubernetes documentation, "Local Files And Paths Used By The Kubelet"',
    ...files,
    part: 'tokens',
    find: reads(holdsPodTokens, []),
  },
  {
    id: 'escape.runtime-socket',
    does: 'commands the container runtime of its node',
    techniques: 'T1610, T1611, T1552.007',
    source: 'unix(7): a read-only mount does not keep anybody from connecting',
    ...files,
    find: reads(holdsRuntimeSocket, []),
  },
  {
    id: 'escape.host-process',
    does: 'runs as a process of its node',
    techniques: 'T1611',
    source: 'Kubernetes documentation, "Create a Windows HostProcess Pod"',
    part: undefined,
    needsHostRoot: false,
    needsHostKernel: false,
    needsRoot: false,
    find: ({ power, privileged }) => (power.hostProcess ? [{ assumes: [], cuts: [privileged] }] : []),
  },
  {
    id: 'read.processes',
    does: 'sees the processes of its node, their variables and files',
    techniques: 'T1057, T1552',
    source: 'proc(5), /proc/pid/environ',
    ...kernel,
    part: 'processes',
    needsRoot: false,
    find: ({ hostPID, pids }) => (hostPID ? [{ assumes: ['same-user'], cuts: [pids] }] : []),
  },
];

/** @returns the steps of one workload's pods onto their nodes. */
export function escapesOf({ facts }: Terrain, foothold: Foothold): readonly Step[] {
  const { workload, id } = foothold;
  const { power } = workload;
  // Most containers have nothing that any row asks for.
  if (!power.hostPID && power.containers.every(hasNothing)) return [];
  const held = power.containers.map((container, i) => heldOf(foothold, container, i));
  return held.flatMap((container, i) => {
    // Of most containers nobody has to know.
    let known: { readonly root: readonly Assumption[] | undefined } | undefined;
    const root = (): readonly Assumption[] | undefined => {
      known ??= { root: rootOf(container.power, () => isBuiltWithoutRoot(facts, container.power)) };
      return known.root;
    };
    const during: readonly Assumption[] = container.power.role === 'init' ? ['init'] : [];
    return escapes.flatMap((row): readonly Step[] => {
      if (power.windows && row.needsHostRoot) return [];
      if ((row.needsHostRoot && power.userNamespace) || (row.needsHostKernel && power.sandboxed)) return [];
      const holds = row.find(container);
      if (holds.length === 0 || (row.needsRoot && root() === undefined)) return [];
      const place = { fact: workload, place: `c${i}` };
      return holds.map(({ assumes, cuts }) => ({
        edge: row.id,
        from: id,
        to: nodeVertex(id, row.part),
        assumes: [...assumes, ...(row.needsRoot ? (root() ?? []) : []), ...during],
        within: [i],
        cuts,
        at: cuts[0] ?? place,
      }));
    });
  });
}

const hasNothing = ({ privileged, hostProcess, adds, mounts }: ContainerPower): boolean =>
  !privileged && !hostProcess && adds.length === 0 && mounts.length === 0;

/** What has to be assumed for a process of it to be root; undefined where none is, or nobody knows. */
export function rootOf({ user }: ContainerPower, isBuiltWithout: () => boolean): readonly Assumption[] | undefined {
  if (user === 'root') return [];
  return user === 'image' && !isBuiltWithout() ? ['image'] : undefined;
}

/** Whether the Dockerfile that surely builds its image names another user than root. */
export function isBuiltWithoutRoot(facts: Terrain['facts'], { image }: ContainerPower): boolean {
  const build = image === '' ? undefined : buildOf(image, facts);
  if (build?.certain !== true) return false;
  const { user } = build.stage;
  return (user.kind === 'number' && user.uid > 0) || user.kind === 'name';
}

function heldOf({ workload }: Foothold, power: ContainerPower, number: number): Held {
  const { kind, name } = workload;
  const whose = `${power.name === '' ? 'a container' : `container ${power.name}`} of ${kind} ${name}`;
  const cut = (of: CutKind, place: string, edit: string): Cut => cutAt(of, workload, `c${number}.${place}`, edit, 2);
  return {
    power,
    hostPID: workload.power.hostPID,
    privileged: power.hostProcess
      ? cut('host-process', 'hostProcess', `Set hostProcess: false in ${whose}`)
      : cut('privileged', 'privileged', `Set privileged: false in ${whose}`),
    pids: cutAt('host-pid', workload, 'hostPID', `Set hostPID: false in ${kind} ${name}`, 2),
    adds(names) {
      const wanted = new Set(['ALL', ...names.split(' ')]);
      const added = power.adds.filter((one) => wanted.has(one));
      return added.length === 0
        ? undefined
        : cut('capability', 'adds', `Do not add ${added.join(' and ')} to ${whose}`);
    },
    mounts: power.mounts.map((mount) => ({
      mount,
      remove: cutAt('mount', workload, mount.place, `Do not mount ${mount.path} of the node into ${whose}`, 4),
      close: cutAt('read-only', workload, mount.place, `Mount ${mount.path} of the node read-only into ${whose}`, 2),
    })),
  };
}
