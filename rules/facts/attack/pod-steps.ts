/**
 * Steps from a pod to what it holds: the token of its account, secrets, roles of a cloud, the network of its node, and the other containers beside it.
 */
import { holdsPodLogs } from '../../data/node-paths.ts';
import { requests } from '../../model/kubernetes/permission.ts';
import type { ContainerPower } from '../../model/kubernetes/pod-power.ts';
import type { Port } from '../../model/kubernetes/traffic.ts';
import { reaches } from '../questions/connections.ts';
import { accountNamed } from '../questions/lookup.ts';
import { need } from './api-row.ts';
import { type Assumption, cutAt, type EdgeKind, type Step } from './edge.ts';
import { isBuiltWithoutRoot, rootOf } from './escapes.ts';
import { cutsOf, given, type Holder } from './holders.ts';
import type { Foothold, Terrain } from './terrain.ts';

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

/** @returns what somebody in the pods of a workload has by it. @param holder its account, where that holds anything. */
export function podSteps(terrain: Terrain, foothold: Foothold, holder: Holder | undefined): readonly Step[] {
  const { workload, id, namespace, account } = foothold;
  const { kind, name, power } = workload;
  const steps: Step[] = [];
  const add = (edge: keyof typeof podRows, to: string, assumes: readonly Assumption[], cuts: Step['cuts']): void => {
    steps.push({ edge, from: id, to, assumes, cuts, at: cuts[0] });
  };
  if (account !== undefined) {
    const place = power.projectedToken ? 'projectedToken' : 'automount';
    const edit = power.projectedToken
      ? `Remove the projected token from ${kind} ${name}`
      : `Set automountServiceAccountToken: false in ${kind} ${name}`;
    add('pod.token', account, foothold.isNamespaceAssumed ? ['namespace'] : [], [
      cutAt(power.projectedToken ? 'projected-token' : 'token', workload, place, edit, 4),
    ]);
  }
  for (const secret of power.secrets)
    add(
      'pod.secret',
      `secret/${namespace}/${secret.name}`,
      [],
      [cutAt('secret', workload, secret.place, `Do not give Secret ${secret.name} to ${kind} ${name}`, 6)],
    );
  const own = accountNamed(terrain.facts, workload, workload.serviceAccount ?? '');
  for (const role of own?.cloudRoles ?? [])
    add(
      'pod.cloud-identity',
      `cloud:${role}`,
      [],
      own === undefined ? [] : [cutAt('cloud-role', own, 'name', `Narrow ${role}`, 6)],
    );
  if (workload.hostNetwork === true)
    add(
      'net.host',
      `node-of:${id}:network`,
      [],
      [cutAt('host-network', workload, 'hostNetwork', `Set hostNetwork: false in ${kind} ${name}`, 4)],
    );
  if (reaches(terrain.facts, workload, '169.254.169.254', web).allowed === true)
    add(
      'net.metadata',
      'cloud:node-role',
      ['cloud'],
      [
        cutAt(
          'metadata-policy',
          workload,
          'pod',
          `Add a network policy that keeps ${kind} ${name} from 169.254.169.254`,
          2,
        ),
      ],
    );
  return [...steps, ...logLinks(terrain, foothold, holder), ...sharedProcesses(foothold)];
}

/** Two processes may look at each other where they may be of one user, or where one may look at all. Source: ptrace(2), access mode checking. */
function maySee(one: ContainerPower, other: ContainerPower): boolean {
  if (one.privileged || one.adds.some((name) => name === 'SYS_PTRACE' || name === 'ALL')) return true;
  if (one.user === 'unknown' || other.user === 'unknown') return false;
  return one.user === 'root' || one.user === 'image' || other.user !== 'root';
}

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
          from: `container/${namespace}/${one.name}`,
          to: `container/${namespace}/${other.name}`,
          assumes: one.user === other.user ? [] : ['same-user'],
          cuts: [cut],
          at: cut,
        }),
      ),
  );
}

const readLogs = need('read logs of pods', 'any', requests('', 'pods/log', 'get'));
const readNodes = need('read logs of nodes', 'any', requests('', 'nodes/log nodes/proxy', 'get'));

/** What its account may read, it has the kubelet open, as root. */
function logLinks({ facts }: Terrain, foothold: Foothold, holder: Holder | undefined): readonly Step[] {
  const { workload, id, namespace, account } = foothold;
  const { power, kind, name } = workload;
  if (holder === undefined || account === undefined || power.userNamespace) return [];
  const held = [
    ...given(holder, readLogs, namespace).map(({ grant }) => ({ grant, permission: readLogs.permission })),
    ...given(holder, readNodes, '*').map(({ grant }) => ({ grant, permission: readNodes.permission })),
  ];
  return power.containers.flatMap((container) => {
    const root = rootOf(container, () => isBuiltWithoutRoot(facts, container));
    if (root === undefined) return [];
    return container.mounts
      .filter(({ path, readOnly }) => !readOnly && holdsPodLogs(path))
      .flatMap(({ place, path }) =>
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
            to: `node-of:${id}:files`,
            assumes: root,
            cuts: [close, ...cutsOf(grant, permission)],
            at: close,
          };
        }),
      );
  });
}
