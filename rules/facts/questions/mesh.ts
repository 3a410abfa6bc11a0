/**
 * Which namespaces are in a mesh. Sources: Istio, "Installing the Sidecar" and "Add workloads to an ambient mesh"; Linkerd, "Automatic Proxy
 * Injection".
 */
import type { Labels } from '../../model/kubernetes/labels.ts';
import type { NamespaceFact } from '../kinds/namespace.ts';

/** What takes the pods of a namespace into a mesh. */
export interface Membership {
  readonly mesh: 'istio' | 'linkerd';
  readonly by: 'labels' | 'annotations';
  readonly key: string;
  readonly value: string;
}

/** @returns 'none' for a namespace that is said to stay outside, undefined for one that says nothing. */
export function membershipOf({ labels, linkerd }: NamespaceFact): Membership | 'none' | undefined {
  if (linkerd === 'enabled' || linkerd === 'ingress')
    return { mesh: 'linkerd', by: 'annotations', key: 'linkerd.io/inject', value: 'enabled' };
  const key = istioLabel(labels);
  if (key !== undefined) return { mesh: 'istio', by: 'labels', key, value: labels?.[key] ?? '' };
  return linkerd !== undefined || istioLabels.some((name) => labels?.[name] !== undefined) ? 'none' : undefined;
}

/** Whether Istio takes in the pods of a namespace with these labels. */
export function isInIstio(labels: Labels | undefined): boolean {
  return istioLabel(labels) !== undefined;
}

const injection = 'istio-injection';
const dataPlane = 'istio.io/dataplane-mode';
const revision = 'istio.io/rev';
const istioLabels = [injection, dataPlane, revision];

/** The label that does it. A revision counts where neither of the others says no. */
function istioLabel(labels: Labels = {}): string | undefined {
  if (labels[injection] === 'enabled') return injection;
  if (labels[dataPlane] === 'ambient') return dataPlane;
  const refused = labels[injection] === 'disabled' || labels[dataPlane] === 'none';
  return labels[revision] !== undefined && !refused ? revision : undefined;
}
