/** Clusters of a few policies with a connection each: every form of peer and port, defaults, ranges, names. The same ones every time. */
import { numbers } from '../numbers.ts';

interface LabelSelector {
  readonly matchLabels?: { readonly [key: string]: string };
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: string[];
  }[];
}

interface PeerSpec {
  readonly podSelector?: LabelSelector;
  readonly namespaceSelector?: LabelSelector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

interface RuleSpec {
  readonly from?: readonly PeerSpec[];
  readonly to?: readonly PeerSpec[];
  readonly ports?: readonly {
    readonly protocol?: string;
    readonly port?: number | string;
    readonly endPort?: number;
  }[];
}

export interface PolicyManifest {
  readonly apiVersion: 'networking.k8s.io/v1';
  readonly kind: 'NetworkPolicy';
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: {
    readonly podSelector: LabelSelector;
    readonly policyTypes?: readonly string[];
    readonly ingress?: readonly RuleSpec[];
    readonly egress?: readonly RuleSpec[];
  };
}

export interface End {
  readonly ip: string;
  readonly pod?: {
    readonly namespace: string;
    readonly namespaceLabels: { readonly [key: string]: string };
    readonly labels: { readonly [key: string]: string };
  };
}

export interface Question {
  readonly policies: readonly PolicyManifest[];
  readonly source: End;
  readonly destination: End;
  readonly port: { readonly number: number; readonly name: string; readonly protocol: 'TCP' | 'UDP' | 'SCTP' };
}

const namespaces: { readonly [name: string]: { readonly [key: string]: string } } = {
  shop: { 'kubernetes.io/metadata.name': 'shop', team: 'a' },
  bank: { 'kubernetes.io/metadata.name': 'bank', team: 'b', zone: 'dmz' },
  tools: { 'kubernetes.io/metadata.name': 'tools' },
};
const addresses = ['10.0.0.7', '10.1.2.3', '192.168.3.4', '8.8.8.8', '169.254.169.254', 'fd00::1', '2001:db8::5'];
const blocks = [
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.0.0.7/32',
  '192.168.0.0/16',
  '8.8.0.0/15',
  '::/0',
  'fd00::/8',
  '2001:db8::/32',
];
const holes = ['10.0.0.0/16', '169.254.169.254/32', '8.8.8.8/32', 'fd00::/64'];

const ports = [
  { number: 80, name: 'http', protocol: 'TCP' },
  { number: 53, name: 'dns', protocol: 'UDP' },
  { number: 8080, name: '', protocol: 'TCP' },
  { number: 9000, name: 'http', protocol: 'SCTP' },
] as const;

export function networkQuestions(count: number): readonly Question[] {
  const next = numbers(23);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const one = (times: number): boolean => next(times) === 0;
  const list = <T>(most: number, make: () => T): T[] => Array.from({ length: next(most + 1) }, make);
  const labels = (): { [key: string]: string } =>
    Object.fromEntries(list(2, () => [pick(['app', 'tier']), pick(['web', 'db'])]));
  const selector = (keys: readonly string[], values: readonly string[]): LabelSelector => {
    if (one(4)) return {};
    const matchLabels = { [pick(keys)]: pick(values) };
    if (!one(3)) return { matchLabels };
    // Without NotIn: Cyclonus takes it for false where the label is missing, and `k8s.io/apimachinery`, our oracle for selectors, for true.
    const operator = pick(['In', 'Exists', 'DoesNotExist']);
    const expression = { key: pick(keys), operator, ...(operator === 'In' ? { values: [pick(values)] } : {}) };
    return one(2) ? { matchExpressions: [expression] } : { matchLabels, matchExpressions: [expression] };
  };
  const pods = (): LabelSelector => selector(['app', 'tier'], ['web', 'db']);
  const inNamespaces = (): LabelSelector =>
    selector(['kubernetes.io/metadata.name', 'team', 'zone'], ['shop', 'bank', 'a', 'b', 'dmz']);
  const peer = (): PeerSpec => {
    switch (next(4)) {
      case 0:
        return { podSelector: pods() };
      case 1:
        return { namespaceSelector: inNamespaces() };
      case 2:
        return { podSelector: pods(), namespaceSelector: inNamespaces() };
      default:
        return { ipBlock: { cidr: pick(blocks), ...(one(2) ? { except: [pick(holes)] } : {}) } };
    }
  };
  const port = (): NonNullable<RuleSpec['ports']>[number] => {
    const protocol = one(2) ? {} : { protocol: pick(['TCP', 'UDP', 'SCTP']) };
    switch (next(4)) {
      case 0:
        return { ...protocol, port: pick(['http', 'dns']) };
      case 1:
        return { ...protocol, port: pick([53, 80]), endPort: pick([80, 9000]) };
      case 2:
        return protocol;
      default:
        return { ...protocol, port: pick([53, 80, 8080]) };
    }
  };
  const rule = (key: 'from' | 'to'): RuleSpec => ({
    ...(one(5) ? {} : { [key]: list(2, peer) }),
    ...(one(2) ? {} : { ports: list(2, port) }),
  });
  const policy = (): PolicyManifest => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'policy', namespace: pick(['shop', 'bank']) },
    spec: {
      podSelector: one(2) ? {} : pods(),
      ...(one(2) ? {} : { policyTypes: pick([['Ingress'], ['Egress'], ['Ingress', 'Egress']]) }),
      ...(one(3) ? {} : { ingress: list(2, () => rule('from')) }),
      ...(one(3) ? {} : { egress: list(2, () => rule('to')) }),
    },
  });
  const end = (): End => {
    const ip = pick(addresses);
    if (one(5)) return { ip };
    const namespace = pick(['shop', 'shop', 'bank', 'bank', 'tools']);
    return { ip, pod: { namespace, namespaceLabels: namespaces[namespace] ?? {}, labels: labels() } };
  };
  return Array.from({ length: count }, () => ({
    policies: [policy(), ...list(3, policy)],
    source: end(),
    destination: end(),
    port: pick(ports),
  }));
}
