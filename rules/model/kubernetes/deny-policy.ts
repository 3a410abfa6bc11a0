/** Network policies that deny a direction of traffic, as text. Names are still resolved: without that the first thing to break would be everything. */
import type { YamlValue } from '../../yaml/change.ts';
import { renderBlock } from '../../yaml/render.ts';
import type { Labels } from './labels.ts';
import type { Direction } from './traffic.ts';

/** What a policy denies, and to whom. */
export interface Denied {
  readonly name: string;
  /** Left out when the object's namespace is given from outside. */
  readonly namespace: string | undefined;
  /** Labels of the pods; empty for all pods of the namespace. */
  readonly labels: Labels;
  readonly directions: readonly Direction[];
  /** Pods of the same namespace may still talk with each other. */
  readonly allowsNamespace?: boolean;
}

/** Where DNS runs in every cluster that follows the convention. Source: Kubernetes documentation, "Customizing DNS Service". */
export const dnsEgress: YamlValue = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    },
    // NodeLocal DNSCache (Kubernetes documentation, "Using NodeLocal DNSCache in Kubernetes Clusters").
    { ipBlock: { cidr: '169.254.20.10/32' } },
  ],
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
};

/** @returns the text of one document, without separators. */
export function denyPolicy({ name, namespace, labels, directions, allowsNamespace = false }: Denied): string {
  const egress = directions.includes('egress');
  const own: YamlValue = [{ podSelector: {} }];
  const policy: YamlValue = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    spec: {
      podSelector: Object.keys(labels).length === 0 ? {} : { matchLabels: labels },
      policyTypes: [...(directions.includes('ingress') ? ['Ingress'] : []), ...(egress ? ['Egress'] : [])],
      ...(allowsNamespace && directions.includes('ingress') ? { ingress: [{ from: own }] } : {}),
      ...(egress ? { egress: [...(allowsNamespace ? [{ to: own }] : []), dnsEgress] } : {}),
    },
  };
  return `${renderBlock(policy, { step: 2, dash: 2, json: false }).join('\n')}\n`;
}
