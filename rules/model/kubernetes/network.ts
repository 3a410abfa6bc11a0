/**
 * NetworkPolicy as the API defines it. Source: networking.k8s.io/v1 NetworkPolicySpec, API reference; `policyTypes` defaults to
 * Ingress, plus Egress when the policy has an egress section.
 */
import type { Field } from '../../yaml/field.ts';
import { type Block, coverEverything, readBlock } from './address.ts';
import { readSelector, type Selector, selectsAll } from './labels.ts';
import type { Resource } from './resource.ts';
import type { Direction, Peer, PortMatch, Protocol, TrafficRule } from './traffic.ts';

/** A policy, with the defaults of the API filled in. */
export interface NetworkPolicy {
  readonly resource: Resource;
  /** Undefined when unknown. */
  readonly podSelector: Selector | undefined;
  readonly isolates: { readonly [direction in Direction]: boolean };
  readonly rules: { readonly [direction in Direction]: readonly NetworkRule[] };
}

/** One item of `ingress` or `egress`. */
export interface NetworkRule {
  readonly field: Field;
  readonly direction: Direction;
  /** Counted from zero. */
  readonly index: number;
  /** Items of `from` or `to`. */
  readonly peers: readonly Field[];
  readonly peersField: Field;
  readonly portsField: Field;
  /** No peers are named: every address is allowed. */
  readonly anyPeer: boolean;
  /** Ports are named (or unknown), so that not all of the traffic is meant. */
  readonly limitsPorts: boolean;
}

/** Who is let in by a rule that names nobody, or by one of its peers. */
export interface Opening {
  /** The rule or the peer. */
  readonly field: Field;
  readonly to: 'everybody' | 'every address' | 'every pod of the cluster';
}

function isNetworkPolicy(resource: Resource): boolean {
  // What is of no version that there ever was isolates nothing.
  return resource.kind === 'NetworkPolicy' && /^(?:networking\.k8s\.io|extensions)\/v\d/.test(resource.apiVersion);
}

/** @returns undefined for an object that is no NetworkPolicy of a version that Kubernetes serves or served. */
export function networkPolicyOf(resource: Resource): NetworkPolicy | undefined {
  if (!isNetworkPolicy(resource)) return undefined;
  const spec = resource.at('spec');
  const written = spec.at('policyTypes');
  const types = written.unknown ? ['Ingress', 'Egress'] : written.strings.map(({ text }) => text);
  const stated = types.length > 0;
  return {
    resource,
    podSelector: readSelector(spec.at('podSelector')),
    isolates: {
      ingress: stated ? types.includes('Ingress') : true,
      // An empty list counts as "has an egress section" for the default: the API checks its length, so it does not.
      egress: stated ? types.includes('Egress') : spec.at('egress').items.length > 0,
    },
    rules: { ingress: rulesOf(spec, 'ingress', 'from'), egress: rulesOf(spec, 'egress', 'to') },
  };
}

/** The rules as plain data. */
export function trafficRules(rules: readonly NetworkRule[]): readonly TrafficRule[] {
  return rules.map(({ field, peers, peersField, portsField, anyPeer }) => {
    const unreadable = field.unknown || peersField.unknown || peersField.isWrongType('list');
    return {
      peers: unreadable ? undefined : anyPeer ? [] : peers.map(peerOf),
      ports: portsField.unknown || portsField.isWrongType('list') ? undefined : portsField.items.map(portOf),
    };
  });
}

function peerOf(peer: Field): Peer {
  const block = peer.at('ipBlock');
  if (block.present) {
    const cidr = block.at('cidr').string;
    return cidr === undefined || block.at('except').unknown
      ? { kind: 'unknown' }
      : { kind: 'block', cidr, except: block.at('except').strings.map(({ text }) => text) };
  }
  // One that is written but empty selects everything; left out, namespaces mean the policy's own one, and pods all of them.
  const [namespaces, pods] = [peer.at('namespaceSelector'), peer.at('podSelector')];
  if (namespaces.missing && pods.missing) return { kind: 'unknown' };
  const selected = readSelector(pods);
  const inNamespaces = namespaces.missing ? undefined : readSelector(namespaces);
  if (selected === undefined || (!namespaces.missing && inNamespaces === undefined)) return { kind: 'unknown' };
  return { kind: 'pods', namespaces: inNamespaces, pods: selected };
}

/** TCP where nothing else is written. */
export function protocolOf(field: Field): Protocol {
  const text = field.string;
  return text === 'UDP' || text === 'SCTP' ? text : 'TCP';
}

function portOf(item: Field): PortMatch {
  const port = item.at('port');
  return {
    protocol: protocolOf(item.at('protocol')),
    port: port.integer ?? port.string,
    endPort: item.at('endPort').integer,
  };
}

function rulesOf(spec: Field, direction: Direction, peersKey: 'from' | 'to'): readonly NetworkRule[] {
  return spec.at(direction).items.map((field, index) => {
    const peersField = field.at(peersKey);
    return {
      field,
      direction,
      index,
      peers: peersField.items,
      peersField,
      portsField: field.at('ports'),
      // `from: []` means the same as no `from` at all.
      anyPeer:
        !field.unknown && !peersField.unknown && !peersField.isWrongType('list') && peersField.items.length === 0,
      limitsPorts: field.at('ports').unknown || field.at('ports').items.length > 0,
    };
  });
}

/**
 * Where the rule opens to the world or to the whole cluster; undefined when it does not, or nobody can tell.
 * @param before rules whose blocks of addresses count as well, since rules add up.
 */
export function openingOf(
  { field, peers, anyPeer }: NetworkRule,
  before: readonly NetworkRule[] = [],
): Opening | undefined {
  if (anyPeer) return { field, to: 'everybody' };
  const blocks = before.flatMap((rule) => rule.peers.flatMap(wholeBlockOf));
  for (const peer of peers) {
    const own = wholeBlockOf(peer);
    blocks.push(...own);
    if (own.length > 0 && coverEverything(blocks)) return { field: peer, to: 'every address' };
    // A selector that is written but empty selects everything; one that is left out belongs to the policy's own namespace.
    const namespaces = peer.at('namespaceSelector');
    if (!namespaces.isMap || !selectsEveryNamespace(namespaces)) continue;
    const pods = peer.at('podSelector');
    if (pods.state === 'absent' || (pods.isMap && isEmptySelector(pods)))
      return { field: peer, to: 'every pod of the cluster' };
  }
  return undefined;
}

/** The block of addresses that a peer names, if it leaves none of them out. */
function wholeBlockOf(peer: Field): readonly Block[] {
  const block = peer.at('ipBlock');
  if (!block.isMap || block.at('except').unknown || block.at('except').items.length > 0) return [];
  const read = readBlock(block.at('cidr').string ?? '');
  return read === undefined ? [] : [read];
}

/** Every namespace has a label with its name, which the API server sets: Kubernetes documentation, "Automatic labelling". */
function selectsEveryNamespace(field: Field): boolean {
  const selector = readSelector(field);
  const isEverywhere = (key: string, operator: string): boolean =>
    key === 'kubernetes.io/metadata.name' && operator === 'Exists';
  return selector?.every(({ key, operator }) => isEverywhere(key, operator)) === true;
}

/** A selector that is written, and chooses everything. */
export function isEmptySelector(field: Field): boolean {
  const selector = readSelector(field);
  return selector !== undefined && selectsAll(selector);
}
