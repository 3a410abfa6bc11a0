/**
 * Which namespaces belong to the cluster itself, or to what runs it. Knows names alone.
 */

/** Kubernetes' own namespaces, whose pods need what is denied to others, and which their distribution keeps. */
export function isSystemNamespace(name: string): boolean {
  return name.startsWith('kube-') || name.startsWith('openshift-');
}

/** Where a service mesh keeps its own parts: they are what others' traffic is held to, and need no proxy beside them. */
export function isMeshNamespace(name: string): boolean {
  return name.startsWith('istio-') || name.startsWith('linkerd');
}
