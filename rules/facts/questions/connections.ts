/** Connections between workloads and out of the cluster, as the network policies of the scope decide them. */
import { holdsPrivate, isLinkLocal, readBlock } from '../../model/kubernetes/address.ts';
import { type Answer, type Endpoint, judge, type Port, type Verdict } from '../../model/kubernetes/traffic.ts';
import type { Facts } from '../index.ts';
import type { NetworkPolicyFact } from '../kinds/network-policy.ts';
import type { WorkloadFact } from '../kinds/workload.ts';
import { policiesFor } from './isolation.ts';
import { servicesOf } from './services.ts';

/** Whether a connection is allowed, and what decides at either end. */
export interface Connection {
  readonly allowed: Answer;
  readonly egress: Verdict<NetworkPolicyFact>;
  readonly ingress: Verdict<NetworkPolicyFact>;
}

/** @returns allowed where both ends allow it, undefined where one is not known and none refuses. */
export function connection(facts: Facts, from: WorkloadFact, to: WorkloadFact, port: Port): Connection {
  const [source, destination] = [endpointOf(facts, from), endpointOf(facts, to)];
  const egress = verdict(facts, from, 'egress', source, destination, port);
  const ingress = verdict(facts, to, 'ingress', destination, source, port);
  const answers = [egress.allowed, ingress.allowed];
  return { allowed: answers.includes(false) ? false : answers.includes(undefined) ? undefined : true, egress, ingress };
}

/** Whether a workload reaches an address that is no pod's. */
export function reaches(facts: Facts, from: WorkloadFact, ip: string, port: Port): Verdict<NetworkPolicyFact> {
  return verdict(facts, from, 'egress', endpointOf(facts, from), { ip }, port);
}

/** What of the world outside a workload reaches. */
export interface Outside {
  /** Everything, or the blocks of addresses that policies name. */
  readonly to: 'everything' | readonly string[];
  readonly by: Verdict<NetworkPolicyFact>['by'];
  /** A policy whose rules are not read may stop it. */
  readonly unsure: boolean;
}

/** @returns undefined when it reaches nothing. */
export function outsideOf(facts: Facts, workload: WorkloadFact): Outside | undefined {
  // No policy names a test network (RFC 5737), so what it reaches is reached because everything is.
  const some: Port = { protocol: 'TCP', number: undefined, name: undefined };
  const { isolating } = reaches(facts, workload, '192.0.2.1', some);
  const unsure = isolating.some(({ rules }) => rules === undefined);
  if (isolating.every(({ rules }) => rules === undefined)) return { to: 'everything', by: undefined, unsure };
  const blocks = isolating.flatMap((policy) =>
    (policy.rules?.egress ?? []).flatMap(({ peers }, rule) =>
      peers === undefined
        ? []
        : peers.length === 0
          ? [{ cidr: '0.0.0.0/0', policy, rule }]
          : peers.flatMap((peer) =>
              peer.kind === 'block' && isOutside(peer.cidr) ? [{ cidr: peer.cidr, policy, rule }] : [],
            ),
    ),
  );
  const [first] = blocks;
  if (first === undefined) return undefined;
  const all = blocks.find(({ cidr }) => readBlock(cidr)?.bits === 0);
  return {
    to: all === undefined ? blocks.map(({ cidr }) => cidr) : 'everything',
    by: { policy: (all ?? first).policy, rule: (all ?? first).rule },
    unsure,
  };
}

function isOutside(cidr: string): boolean {
  const block = readBlock(cidr);
  if (block === undefined) return false;
  return block.bits === 0 || !(holdsPrivate(block) || isLinkLocal(block));
}

/** The ports at which others find a workload: those it declares, and those that Services lead to. At least one, which may be unknown. */
export function portsOf(facts: Facts, workload: WorkloadFact): readonly Port[] {
  const declared = workload.ports;
  const led = servicesOf(facts, workload).flatMap(({ ports }) =>
    ports.map(({ protocol, target }): Port => portNamed(workload, protocol, target)),
  );
  const all = new Map([...declared, ...led].map((port) => [`${port.protocol} ${port.number ?? port.name}`, port]));
  return all.size > 0 ? [...all.values()] : [{ protocol: 'TCP', number: undefined, name: undefined }];
}

/** The port of a workload that a Service's `targetPort` means. */
export function portNamed({ ports }: WorkloadFact, protocol: Port['protocol'], target: number | string): Port {
  const same = ports.find(
    (port) =>
      port.protocol === protocol && (typeof target === 'string' ? port.name === target : port.number === target),
  );
  return (
    same ??
    (typeof target === 'string'
      ? { protocol, number: undefined, name: target }
      : { protocol, number: target, name: undefined })
  );
}

function verdict(
  facts: Facts,
  workload: WorkloadFact,
  direction: 'ingress' | 'egress',
  own: Endpoint,
  peer: Endpoint,
  port: Port,
): Verdict<NetworkPolicyFact> {
  return judge(
    policiesFor(facts, workload, direction),
    (policy) => facts.namespaceOf(policy),
    direction,
    own,
    peer,
    port,
  );
}

/** Pods on the network of their node have its address, and no policy speaks of them. */
function endpointOf(facts: Facts, workload: WorkloadFact): Endpoint {
  if (workload.hostNetwork === true) return {};
  const namespace = facts.namespaceOf(workload);
  const namespaceLabels = namespace === undefined ? undefined : facts.named('namespace', namespace)[0]?.labels;
  return { pod: { namespace, namespaceLabels, labels: workload.labels } };
}

/** Whether a workload reaches the DNS of the cluster. Source: Kubernetes documentation, "Customizing DNS Service". */
export function dnsOf(facts: Facts, workload: WorkloadFact): Verdict<NetworkPolicyFact> {
  const labels = { 'k8s-app': 'kube-dns' };
  const dns: Endpoint = { pod: { namespace: 'kube-system', namespaceLabels: undefined, labels } };
  const port: Port = { protocol: 'UDP', number: 53, name: 'dns' };
  const pods = verdict(facts, workload, 'egress', endpointOf(facts, workload), dns, port);
  // The cache on the node has an address of its own.
  return pods.allowed === false ? reaches(facts, workload, '169.254.20.10', port) : pods;
}
