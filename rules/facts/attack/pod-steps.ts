/**
 * Steps from a pod to what it holds: the token of its account, secrets, roles of a cloud, the network of its node, and the other containers beside it.
 */
import { holdsPodLogs } from '../../data/node-paths.ts';
import { requests } from '../../model/kubernetes/permission.ts';
import type { HostMount } from '../../model/kubernetes/pod-power.ts';
import type { Port } from '../../model/kubernetes/traffic.ts';
import type { Facts } from '../index.ts';
import type { ServiceAccountFact } from '../kinds/service-account.ts';
import type { WorkloadFact } from '../kinds/workload.ts';
import { reaches } from '../questions/connections.ts';
import { accountNamed } from '../questions/lookup.ts';
import { need } from './api-row.ts';
import { maySee } from './containers.ts';
import { type Assumption, type Causes, type Cut, cutAt, type EdgeKind, LazyStep, type Step } from './edge.ts';
import { isBuiltWithoutRoot, rootOf } from './escapes.ts';
import { cutsOf, given, type Holder } from './holders.ts';
import type { Foothold, Terrain } from './terrain.ts';
import { cloudOfNode, cloudVertex, containerVertex, nodeVertex, objectVertex } from './vertex.ts';

/** The rows, by what a pod holds. */
export const podRows = {
  'pod.token': {
    id: 'pod.token',
    does: 'acts as its account, whose token the pods hold',
    techniques: 'T1528, T1550.001, MS-TA9016',
    source: 'Kubernetes documentation, "Configure Service Accounts for Pods"',
  },
  'pod.secret': {
    id: 'pod.secret',
    does: 'reads a secret that the pods are given',
    techniques: 'T1552, MS-TA9025',
    source: 'Kubernetes documentation, "Secrets"',
  },
  'pod.cloud-identity': {
    id: 'pod.cloud-identity',
    does: 'acts as a role of the cloud',
    techniques: 'T1078.004, MS-TA9020',
    source: 'the documentation of Amazon EKS, Google GKE and Azure on the identities of workloads',
  },
  'pod.shared-processes': {
    id: 'pod.shared-processes',
    does: 'reads the files and variables of the containers beside it',
    techniques: 'T1080',
    source: 'Kubernetes documentation, "Share Process Namespace between Containers in a Pod"',
  },
  'net.host': {
    id: 'net.host',
    does: 'is on the network of its node, which no policy limits',
    techniques: 'T1040, T1557, MS-TA9036',
    source: 'Kubernetes documentation, "Network Policies", hostNetwork',
  },
  'net.metadata': {
    id: 'net.metadata',
    does: 'asks the cloud for the credentials of its node',
    techniques: 'T1552.005, MS-TA9033',
    source: 'the documentation of the clouds on 169.254.169.254',
  },
  'escape.log-symlink': {
    id: 'escape.log-symlink',
    does: 'reads files of its node by links in place of logs',
    techniques: 'T1611, T1552',
    source: 'k8s.io/kubernetes/pkg/kubelet: logs are read where a link leads',
  },
} as const satisfies { readonly [id: string]: EdgeKind };

const web: Port = { protocol: 'TCP', number: 80, name: undefined };

/** Where a step of a pod comes from: the workload, and what else it is about. */
interface Held {
  readonly workload: WorkloadFact;
  readonly about?: string;
  readonly place?: string;
  readonly own?: ServiceAccountFact;
}

type PodEdge = 'pod.token' | 'pod.secret' | 'pod.cloud-identity' | 'net.host' | 'net.metadata';

/** The edit that takes a step away, by the kind of the step. */
const cutFor: { readonly [edge in PodEdge]: (held: Held) => Cut } = {
  'pod.token': ({ workload }) => {
    const { kind, name, power } = workload;
    return power.projectedToken
      ? cutAt('projected-token', workload, 'projectedToken', `Remove the projected token from ${kind} ${name}`, 4)
      : cutAt('token', workload, 'automount', `Set automountServiceAccountToken: false in ${kind} ${name}`, 4);
  },
  'pod.secret': ({ workload, about, place = 'name' }) =>
    cutAt('secret', workload, place, `Do not give Secret ${about} to ${workload.kind} ${workload.name}`, 6),
  'pod.cloud-identity': ({ workload, about, own = workload }) => cutAt('cloud-role', own, 'name', `Narrow ${about}`, 6),
  'net.host': ({ workload }) =>
    cutAt('host-network', workload, 'hostNetwork', `Set hostNetwork: false in ${workload.kind} ${workload.name}`, 4),
  'net.metadata': ({ workload }) =>
    cutAt(
      'metadata-policy',
      workload,
      'pod',
      `Add a network policy that keeps ${workload.kind} ${workload.name} from 169.254.169.254`,
      2,
    ),
};

const causesOf = Object.fromEntries(
  Object.entries(cutFor).map(([edge, cut]) => [
    edge,
    (held: Held): Causes => {
      const at = cut(held);
      return { cuts: [at], at };
    },
  ]),
) as { readonly [edge in PodEdge]: (held: Held) => Causes };

const nothing: readonly Assumption[] = [];
const [inCloud, inNamespace] = [['cloud'], ['namespace']] as const;

/**
 * What finds the steps of pods in a scope.
 * @returns what somebody in the pods of a workload has by it, whose account is the holder, where that holds anything.
 */
export function podStepsIn(terrain: Terrain): (foothold: Foothold, holder: Holder | undefined) => readonly Step[] {
  const { facts } = terrain;
  const hasCloudRoles = facts.byKind['service-account'].some(({ cloudRoles }) => cloudRoles.length > 0);
  return (foothold, holder) => {
    const { workload, id, namespace, account } = foothold;
    const { power } = workload;
    const steps: Step[] = [];
    const add = (
      edge: PodEdge,
      to: string,
      assumes: readonly Assumption[],
      held: Held,
      within?: readonly number[],
    ): void => {
      steps.push(new LazyStep({ edge, from: id, to, assumes, within }, causesOf[edge], held));
    };
    if (account !== undefined) add('pod.token', account, foothold.isNamespaceAssumed ? inNamespace : nothing, foothold);
    for (const { name, place, containers } of power.secrets)
      add('pod.secret', objectVertex('secret', namespace, name), nothing, { workload, about: name, place }, containers);
    const own = hasCloudRoles ? accountNamed(facts, workload, workload.serviceAccount ?? '') : undefined;
    for (const role of own?.cloudRoles ?? [])
      add('pod.cloud-identity', cloudVertex(role), nothing, {
        workload,
        about: role,
        own: own as ServiceAccountFact,
      });
    if (workload.hostNetwork === true) add('net.host', nodeVertex(id, 'network'), nothing, foothold);
    if (reachesMetadata(facts, workload)) add('net.metadata', cloudOfNode, inCloud, foothold);
    return [...steps, ...logLinks(terrain, foothold, holder), ...sharedProcesses(foothold)];
  };
}

const reachesMetadata = (facts: Facts, workload: WorkloadFact): boolean =>
  facts.byKind['network-policy'].length === 0 || reaches(facts, workload, '169.254.169.254', web).allowed === true;

function sharedProcesses({ workload, namespace }: Foothold): readonly Step[] {
  const { power, kind, name } = workload;
  if (!power.sharedProcesses) return [];
  const cut = cutAt(
    'shared-processes',
    workload,
    'shareProcessNamespace',
    `Set shareProcessNamespace: false in ${kind} ${name}`,
    2,
  );
  return power.containers.flatMap((one) =>
    power.containers
      .filter((other) => other !== one && maySee(one, other))
      .map(
        (other): Step => ({
          edge: 'pod.shared-processes',
          from: containerVertex(namespace, one.name),
          to: containerVertex(namespace, other.name),
          assumes: one.user === other.user ? [] : ['same-user'],
          cuts: [cut],
          at: cut,
        }),
      ),
  );
}

const readLogs = need('read logs of pods', 'any', requests('', 'pods/log', 'get'));
const readNodes = need('read logs of nodes', 'any', requests('', 'nodes/log nodes/proxy', 'get'));

const isOpenLog = ({ path, readOnly }: HostMount): boolean => !readOnly && holdsPodLogs(path);

/** What its account may read, it has the kubelet open, as root. */
function logLinks({ facts }: Terrain, foothold: Foothold, holder: Holder | undefined): readonly Step[] {
  const { workload, id, namespace, account } = foothold;
  const { power, kind, name } = workload;
  if (holder === undefined || account === undefined || power.userNamespace) return [];
  // Most mount nothing of the kind, and what they hold is not asked for.
  if (!power.containers.some(({ mounts }) => mounts.some(isOpenLog))) return [];
  const held = [
    ...given(holder, readLogs, namespace).map(({ grant }) => ({ grant, permission: readLogs.permission })),
    ...given(holder, readNodes, '*').map(({ grant }) => ({ grant, permission: readNodes.permission })),
  ];
  return power.containers.flatMap((container, number) => {
    const root = rootOf(container, () => isBuiltWithoutRoot(facts, container));
    if (root === undefined) return [];
    return container.mounts.filter(isOpenLog).flatMap(({ place, path }) =>
      held.map(({ grant, permission }): Step => {
        const close = cutAt(
          'read-only',
          workload,
          place,
          `Mount ${path} of the node read-only into ${kind} ${name}`,
          2,
        );
        return {
          edge: 'escape.log-symlink',
          from: id,
          to: nodeVertex(id, 'files'),
          assumes: root,
          within: [number],
          cuts: [close, ...cutsOf(grant, permission)],
          at: close,
        };
      }),
    );
  });
}
