/**
 * Network policies as plain data, and what they say of a connection. Three answers: allowed, refused, and undefined where something that
 * matters is not known. Source: networking.k8s.io/v1 API reference and "Network Policies" in Kubernetes' documentation.
 */
import { contains, holdsPrivate, isEverything, readBlock } from './address.ts';
import { type Labels, matchesPartly, type Selector } from './labels.ts';

/** As seen from the pod that a policy selects. */
export type Direction = 'ingress' | 'egress';

/** True, false, or not known. */
export type Answer = boolean | undefined;

/** Protocols that a policy can tell apart. */
export type Protocol = 'TCP' | 'UDP' | 'SCTP';

/** One item of `ports`. */
export interface PortMatch {
  readonly protocol: Protocol;
  /** A number, the name of a container's port, or every port. */
  readonly port: number | string | undefined;
  /** Last port of a range that begins with `port`. */
  readonly endPort: number | undefined;
}

/** One item of `from` or `to`. */
export type Peer =
  | {
      readonly kind: 'pods';
      /** Undefined: those of the policy's own namespace. */
      readonly namespaces: Selector | undefined;
      readonly pods: Selector;
    }
  | { readonly kind: 'block'; readonly cidr: string; readonly except: readonly string[] }
  | { readonly kind: 'unknown' };

/** One rule of `ingress` or `egress`. Nothing named means everything. */
export interface TrafficRule {
  /** Undefined when unknown. */
  readonly peers: readonly Peer[] | undefined;
  /** Undefined when unknown. */
  readonly ports: readonly PortMatch[] | undefined;
}

/** One end of a connection. */
export interface Endpoint {
  /** Left out for what is no pod. */
  readonly pod?: {
    /** Undefined when nothing tells. */
    readonly namespace: string | undefined;
    /** Undefined when unknown; without the label that every namespace has by its name. */
    readonly namespaceLabels: Labels | undefined;
    readonly labels: Labels | undefined;
  };
  /** Left out when nobody can know it, as that of a pod in a manifest. */
  readonly ip?: string;
}

/** A port of the destination. */
export interface Port {
  readonly protocol: Protocol;
  /** Undefined for "some port". */
  readonly number: number | undefined;
  /** As the container at the other end calls it. */
  readonly name: string | undefined;
}

/** Whether a rule lets a connection through. @param own the namespace of the rule's policy; undefined when nothing tells. */
function lets(rule: TrafficRule, own: string | undefined, peer: Endpoint, port: Port): Answer {
  const { peers, ports } = rule;
  const toPeer = peers === undefined ? undefined : peers.length === 0 || any(peers, (one) => isPeer(one, own, peer));
  if (toPeer === false) return false;
  const toPort = ports === undefined ? undefined : ports.length === 0 || any(ports, (one) => isPort(one, port));
  return toPort === false ? false : toPeer === undefined || toPort === undefined ? undefined : true;
}

/** Whether a rule lets everybody through on every port. */
export function letsAll({ peers, ports }: TrafficRule): boolean {
  return (
    ports?.length === 0 &&
    peers !== undefined &&
    (peers.length === 0 || peers.some((peer) => peer.kind === 'block' && isEveryAddress(peer)))
  );
}

/** What a policy has to say of for its rules to be asked. */
export interface TrafficPolicy {
  readonly podSelector: Selector | undefined;
  readonly isolates: { readonly [direction in Direction]: boolean };
  /** Undefined when the policy is of a kind whose rules are not read. */
  readonly rules: { readonly [direction in Direction]: readonly TrafficRule[] } | undefined;
}

/** What policies say of one direction of a connection. */
export interface Verdict<Policy> {
  readonly allowed: Answer;
  /** Those that isolate the pod, or may. */
  readonly isolating: readonly Policy[];
  /** The rule that lets the connection through, or may. */
  readonly by: { readonly policy: Policy; readonly rule: number } | undefined;
}

/**
 * @param policies those of the pod's namespace. @param namespaceOf the namespace of a policy.
 * @param pod the end that the direction is of: the destination of ingress, the source of egress.
 */
export function judge<Policy extends TrafficPolicy>(
  policies: readonly Policy[],
  namespaceOf: (policy: Policy) => string | undefined,
  direction: Direction,
  pod: Endpoint,
  peer: Endpoint,
  port: Port,
): Verdict<Policy> {
  const isolating: Policy[] = [];
  let isolated = false;
  let may: Verdict<Policy>['by'];
  let unread = false;
  for (const policy of policies) {
    if (!policy.isolates[direction]) continue;
    const selected = selects(policy, pod);
    if (selected === false) continue;
    isolating.push(policy);
    isolated ||= selected === true;
    unread ||= policy.rules === undefined;
    for (const [rule, one] of policy.rules?.[direction].entries() ?? []) {
      const answer = lets(one, namespaceOf(policy), peer, port);
      // Policies add up: what one lets through, no other one stops.
      if (answer === true && selected === true) return { allowed: true, isolating, by: { policy, rule } };
      if (answer !== false) may ??= { policy, rule };
    }
  }
  if (isolating.length === 0) return { allowed: true, isolating, by: undefined };
  return { allowed: isolated && !unread && may === undefined ? false : undefined, isolating, by: may };
}

function selects({ podSelector }: Pick<TrafficPolicy, 'podSelector'>, { pod }: Endpoint): Answer {
  if (pod === undefined) return false;
  return podSelector === undefined ? undefined : matchesPartly(podSelector, pod.labels);
}

function isPeer(peer: Peer, own: string | undefined, { pod, ip }: Endpoint): Answer {
  if (peer.kind === 'unknown') return undefined;
  if (peer.kind === 'block') return isInBlock(peer, ip);
  if (pod === undefined) return false;
  const inNamespace = peer.namespaces === undefined ? isSame(own, pod.namespace) : isOf(peer.namespaces, pod);
  if (inNamespace === false) return false;
  const isPod = matchesPartly(peer.pods, pod.labels);
  return isPod === false ? false : inNamespace === undefined || isPod === undefined ? undefined : true;
}

/** Two objects that nothing gives a namespace are applied together, and end up in the same one. */
function isSame(a: string | undefined, b: string | undefined): Answer {
  return a === b || (a === undefined || b === undefined ? undefined : false);
}

function isOf(selector: Selector, { namespace, namespaceLabels }: NonNullable<Endpoint['pod']>): Answer {
  // Every namespace has its name as a label (KEP-2161), so that it is known where no manifest of the namespace is.
  const named = namespace === undefined ? {} : { 'kubernetes.io/metadata.name': namespace };
  if (namespaceLabels !== undefined && namespace !== undefined)
    return matchesPartly(selector, { ...namespaceLabels, ...named });
  return all(
    selector.map((requirement) => (requirement.key in named ? matchesPartly([requirement], named) : undefined)),
  );
}

/** True when all are, false when one is. */
function all(answers: readonly Answer[]): Answer {
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

function isInBlock(peer: Extract<Peer, { kind: 'block' }>, ip: string | undefined): Answer {
  const block = readBlock(peer.cidr);
  if (block === undefined) return undefined;
  if (ip === undefined) return isEveryAddress(peer) ? true : holdsPrivate(block) ? undefined : false;
  const address = readBlock(ip);
  if (address === undefined) return undefined;
  return (
    contains(block, address) &&
    !peer.except.some((text) => {
      const hole = readBlock(text);
      return hole !== undefined && contains(hole, address);
    })
  );
}

function isEveryAddress({ cidr, except }: Extract<Peer, { kind: 'block' }>): boolean {
  const block = readBlock(cidr);
  return block !== undefined && isEverything(block) && except.length === 0;
}

function isPort({ protocol, port, endPort }: PortMatch, asked: Port): Answer {
  if (protocol !== asked.protocol) return false;
  if (port === undefined) return true;
  if (typeof port === 'string')
    return asked.name === undefined && asked.number === undefined ? undefined : port === asked.name;
  if (asked.number === undefined) return undefined;
  return endPort === undefined ? port === asked.number : port <= asked.number && asked.number <= endPort;
}

function any<T>(items: readonly T[], test: (item: T) => Answer): Answer {
  let answer: Answer = false;
  for (const item of items) {
    const one = test(item);
    if (one === true) return true;
    if (one === undefined) answer = undefined;
  }
  return answer;
}
