/**
 * ConfigMaps that every namespace has. Sources: Kubernetes, kube-controller-manager's root-ca-cert-publisher; OpenShift, service-ca-operator; Istio,
 * istiod's namespace controller; read 2026-11-27.
 */
export const madeConfigMaps: ReadonlySet<string> = new Set([
  'kube-root-ca.crt',
  'openshift-service-ca.crt',
  'istio-ca-root-cert',
]);
