/**
 * Steps over the network from pod to pod, as the policies of both sides let them. Pods that may go anywhere and pods that anybody may reach meet in one
 * vertex, so that they are not compared pair by pair; only whom a policy names is asked about in pairs, of the one judge of connections. Source: Kubernetes
 * documentation, "Network Policies".
 */
import { matches, type Selector } from '../../model/kubernetes/labels.ts';
import type { Peer, Port, PortMatch } from '../../model/kubernetes/traffic.ts';
import type { NetworkPolicyFact } from '../kinds/network-policy.ts';
import type { WorkloadFact } from '../kinds/workload.ts';
import { connection, portsOf } from '../questions/connections.ts';
import { isIsolated, policiesFor } from '../questions/isolation.ts';
import { mayChoose } from '../questions/selection.ts';
import { clientsOf, workloadsCalled } from '../questions/uses.ts';
import { containersAt, hasOpenPort } from './containers.ts';
import { type Causes, cutAt, type EdgeKind, LazyStep, type Step } from './edge.ts';
import type { Foothold, Terrain } from './terrain.ts';
import { openNetwork } from './vertex.ts';

/** The row of it. */
export const reachRow: EdgeKind = {
  id: 'net.reach',
  does: 'reaches other pods over the network, and takes them over by a flaw of theirs',
  techniques: 'T1210, MS-TA9034',
  source: 'Kubernetes documentation, "Network Policies", isolation of pods',
};

/** Most pairs that policies name which are asked about. */
const mostPairs = 20_000;

/** What steps over the network there are. */
export interface NetworkSteps {
  /** From pods to the open network, and from there to pods; and between pods that policies name. */
  readonly steps: readonly Step[];
  /** Workloads that may go anywhere. */
  readonly roaming: readonly Foothold[];
  /** Workloads that anybody may reach. */
  readonly open: readonly Foothold[];
}

/** @returns the steps of a scope. */
export function networkSteps(terrain: Terrain): NetworkSteps {
  const { facts, footholds } = terrain;
  const listening = footholds.filter(({ workload }) => isListening(terrain, workload));
  const roaming = footholds.filter(({ workload }) => goesAnywhere(terrain, workload));
  const open = listening.filter(({ workload }) => isOpen(terrain, workload));
  const ids = new Map(footholds.map(({ workload, id }) => [workload, id]));
  const called = workloadsCalled(facts);
  const callersOf = ({ workload }: Foothold): ReadonlySet<string> =>
    called.has(workload)
      ? new Set(clientsOf(facts, workload).flatMap(({ client }) => ids.get(client) ?? []))
      : noCallers;
  const steps: Step[] = [];
  for (const foothold of open) {
    steps.push(stepTo(openNetwork, foothold, false));
    // A policy that lets its callers in leaves these.
    for (const caller of callersOf(foothold)) steps.push(stepTo(caller, foothold, true));
  }
  if (open.length < listening.length || roaming.length < footholds.length)
    steps.push(...namedPairs(terrain, listening, new Set(roaming), new Set(open), callersOf));
  return { steps, roaming, open };
}

const noCallers: ReadonlySet<string> = new Set();

/** Steps between pods that policies name, where one side or the other is not open. */
function namedPairs(
  terrain: Terrain,
  listening: readonly Foothold[],
  roaming: ReadonlySet<Foothold>,
  open: ReadonlySet<Foothold>,
  callersOf: (foothold: Foothold) => ReadonlySet<string>,
): readonly Step[] {
  const { facts, footholds } = terrain;
  const byNamespace = new Map<string, Foothold[]>();
  for (const foothold of footholds) {
    const beside = byNamespace.get(foothold.namespace);
    if (beside === undefined) byNamespace.set(foothold.namespace, [foothold]);
    else beside.push(foothold);
  }
  const steps: Step[] = [];
  let pairs = 0;
  const ask = (from: Foothold, to: Foothold, isCaller: boolean): void => {
    if (from === to || pairs++ > mostPairs) return;
    if (
      portsOf(facts, to.workload).some((port) => connection(facts, from.workload, to.workload, port).allowed === true)
    )
      steps.push(stepTo(from.id, to, isCaller));
  };
  for (const to of listening) {
    if (open.has(to)) continue;
    const callers = callersOf(to);
    for (const from of namedBy(terrain, byNamespace, to, 'ingress')) ask(from, to, callers.has(from.id));
  }
  for (const from of footholds) {
    if (roaming.has(from)) continue;
    // What is not open is asked about from its own side.
    for (const to of namedBy(terrain, byNamespace, from, 'egress'))
      if (open.has(to)) ask(from, to, callersOf(to).has(from.id));
  }
  return steps;
}

const flaw = ['flaw'] as const;

function stepTo(from: string, { id, workload }: Foothold, isCaller: boolean): Step {
  // Policies do not reach pods on the network of their node.
  const causes = isCaller || workload.hostNetwork === true ? leftOpen : closable;
  const into = containersAt(workload, 'every');
  return new LazyStep({ edge: reachRow.id, from, to: id, assumes: flaw, into }, causes, workload);
}

const leftOpen = (workload: WorkloadFact): Causes => ({ cuts: [], at: { fact: workload, place: 'pod' } });

function closable(workload: WorkloadFact): Causes {
  const { kind, name } = workload;
  const edit = `Add a network policy that lets only its callers reach ${kind} ${name}`;
  const cut = cutAt('network-policy', workload, 'pod', edit, 2);
  return { cuts: [cut], at: cut };
}

/** A port that it declares, or that a Service leads to. */
const isListening = ({ facts }: Terrain, workload: WorkloadFact): boolean =>
  hasOpenPort(workload) && (workload.ports.some(isKnown) || portsOf(facts, workload).some(isKnown));

const isKnown = ({ number, name }: Port): boolean => number !== undefined || name !== undefined;

const goesAnywhere = ({ facts }: Terrain, workload: WorkloadFact): boolean =>
  workload.hostNetwork === true ||
  !isIsolated(facts, workload, 'egress') ||
  policiesFor(facts, workload, 'egress').some(
    ({ rules }) => rules?.egress.some(({ peers, ports }) => peers?.length === 0 && ports?.length === 0) === true,
  );

/** No policy isolates it, or one lets everybody in at a port that it listens on. */
function isOpen({ facts }: Terrain, workload: WorkloadFact): boolean {
  if (workload.hostNetwork === true || !isIsolated(facts, workload, 'ingress')) return true;
  const listens = portsOf(facts, workload);
  return policiesFor(facts, workload, 'ingress').some(({ rules }) =>
    rules?.ingress.some(
      ({ peers, ports }) =>
        peers?.length === 0 &&
        ports !== undefined &&
        (ports.length === 0 || ports.some((match) => listens.some((port) => isAt(match, port)))),
    ),
  );
}

const isAt = ({ protocol, port, endPort }: PortMatch, at: Port): boolean =>
  protocol === at.protocol &&
  (port === undefined ||
    port === at.number ||
    port === at.name ||
    (typeof port === 'number' && at.number !== undefined && port <= at.number && at.number <= (endPort ?? port)));

/** The workloads that the policies of one name as peers; the judge decides about each. */
function namedBy(
  terrain: Terrain,
  byNamespace: ReadonlyMap<string, readonly Foothold[]>,
  of: Foothold,
  direction: 'ingress' | 'egress',
): ReadonlySet<Foothold> {
  const found = new Set<Foothold>();
  for (const policy of policiesFor(terrain.facts, of.workload, direction))
    for (const { peers } of policy.rules?.[direction] ?? [])
      for (const peer of peers?.length === 0 ? everybody : (peers ?? []))
        if (peer.kind === 'pods')
          for (const namespace of namespacesOf(terrain, policy, peer.namespaces))
            for (const foothold of byNamespace.get(namespace) ?? [])
              if (mayChoose(peer.pods, foothold.workload.labels)) found.add(foothold);
  return found;
}

/** Every pod of every namespace. */
const everybody: readonly Peer[] = [{ kind: 'pods', namespaces: [], pods: [] }];

function namespacesOf(terrain: Terrain, policy: NetworkPolicyFact, selector: Selector | undefined): readonly string[] {
  if (selector === undefined) return [terrain.namespaceOf(policy)];
  return [...terrain.namespaces].filter((name) =>
    matches(selector, { ...terrain.namespaceNamed(name)?.labels, 'kubernetes.io/metadata.name': name }),
  );
}
