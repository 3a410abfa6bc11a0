/** Steps from a node that is taken, and from a namespace that is. Source: Kubernetes documentation, "Using Node Authorization" and the NodeRestriction admission. */
import type { Labels } from '../../model/kubernetes/labels.ts';
import { type Assumption, cutAt, type EdgeKind, type Step } from './edge.ts';
import type { Foothold, Terrain } from './terrain.ts';
import { adminVertex, clusterAdmin, groupVertex, nodeOfAny, nodeVertex, podsVertex, someNode } from './vertex.ts';

/** The rows, by what a node, or a namespace, leads to. */
export const nodeRows = {
  'node.identity': {
    id: 'node.identity',
    does: 'has what is bound to all nodes',
    techniques: 'T1078, T1552.004',
    source: 'Kubernetes documentation, "Using Node Authorization"',
  },
  'node.control-plane': {
    id: 'node.control-plane',
    does: 'reads the keys of the cluster on a node of the control plane',
    techniques: 'T1552.001',
    source: 'kubeadm, "Implementation details", certificates',
  },
  'node.pod': {
    id: 'node.pod',
    does: 'has every pod that runs there',
    techniques: 'T1609',
    source: 'Kubernetes documentation, "Assigning Pods to Nodes"',
  },
  'node.token': {
    id: 'node.token',
    does: 'has the tokens of the pods that run there',
    techniques: 'T1528',
    source: 'Kubernetes documentation, "Using Node Authorization": a kubelet asks for tokens of its own pods alone',
  },
  'ns.system': {
    id: 'ns.system',
    does: 'acts as a controller of the cluster',
    techniques: 'T1078',
    source: 'Kubernetes documentation, "Using RBAC Authorization", Controller roles',
  },
} as const satisfies { readonly [id: string]: EdgeKind };

/** @returns the steps from the nodes of a workload that is broken out of. */
export function stepsFromNode({ workload, id }: Foothold): readonly Step[] {
  const { power } = workload;
  if (!power.toleratesControlPlane) return [];
  const isThere = Object.keys(power.nodeSelector ?? {}).some((key) =>
    /^node-role\.kubernetes\.io\/(?:control-plane|master)$/.test(key),
  );
  const isEverywhere = workload.kind === 'DaemonSet' && Object.keys(power.nodeSelector ?? { '': '' }).length === 0;
  const assumes: readonly Assumption[] = isThere || isEverywhere ? ['control-plane'] : ['control-plane', 'placed'];
  const cut = cutAt(
    'control-plane',
    workload,
    'pod',
    `Keep ${workload.kind} ${workload.name} from nodes of the control plane`,
    4,
  );
  return [{ edge: 'node.control-plane', from: nodeVertex(id), to: clusterAdmin, assumes, cuts: [cut], at: cut }];
}

/** Workloads that the scheduler puts on the same nodes, by the selector of these. */
export interface Placement {
  /** Among the classes of the scope. */
  readonly number: number;
  readonly selector: Labels;
  readonly footholds: readonly Foothold[];
}

/** @returns the classes of a scope; pods whose selector nobody knows are in none. */
export function placementsOf({ footholds }: Terrain): readonly Placement[] {
  const byKey = new Map<string, { readonly selector: Labels; readonly footholds: Foothold[] }>();
  for (const foothold of footholds) {
    const { nodeSelector } = foothold.workload.power;
    if (nodeSelector === undefined) continue;
    const entries = Object.entries(nodeSelector);
    const key = entries.length === 0 ? '' : JSON.stringify(entries.sort());
    const known = byKey.get(key) ?? { selector: nodeSelector, footholds: [] };
    byKey.set(key, known);
    known.footholds.push(foothold);
  }
  return [...byKey.values()].map((one, number) => ({ ...one, number }));
}

/** Whether a node can have the labels of both. */
const mayShareNode = (a: Labels, b: Labels): boolean =>
  Object.entries(a).every(([key, value]) => !Object.hasOwn(b, key) || b[key] === value);

/** Most pairs of classes that are compared; beyond, each is taken to meet its own. */
const mostClasses = 100;

/** By class: those that its nodes may run. */
export function neighboursOf(classes: readonly Placement[]): ReadonlyMap<Placement, readonly Placement[]> {
  return new Map(
    classes.map((one) => [
      one,
      classes.length > mostClasses ? [one] : classes.filter((other) => mayShareNode(one.selector, other.selector)),
    ]),
  );
}

/** @returns the steps of every node, and of every namespace whose programs rule the cluster. */
export function commonSteps(terrain: Terrain): readonly Step[] {
  const nodes = terrain.facts.byKind.binding.some(
    ({ isDefault, subjects }) =>
      !isDefault && subjects.some(({ kind, name }) => kind === 'Group' && name === 'system:nodes'),
  );
  const steps: Step[] = [
    // Who starts a pod that takes its node chooses which.
    { edge: 'node.pod', from: someNode, to: podsVertex('*'), assumes: [], cuts: [], at: undefined },
    {
      edge: 'node.control-plane',
      from: someNode,
      to: clusterAdmin,
      assumes: ['control-plane'],
      cuts: [],
      at: undefined,
    },
    {
      edge: 'ns.system',
      from: adminVertex('kube-system'),
      to: clusterAdmin,
      assumes: ['system-account'],
      cuts: [],
      at: undefined,
    },
  ];
  if (nodes)
    steps.push({
      edge: 'node.identity',
      from: nodeOfAny,
      to: groupVertex('system:nodes'),
      assumes: [],
      cuts: [],
      at: undefined,
    });
  return steps;
}
