/**
 * Which namespaces belong to the cluster itself. Knows names alone.
 */

/** Kubernetes' own namespaces, whose pods need what is denied to others, and which their distribution keeps. */
export function isSystemNamespace(name: string): boolean {
  return name.startsWith('kube-') || name.startsWith('openshift-');
}
