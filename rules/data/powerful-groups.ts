/**
 * API groups of projects whose objects command what a cluster runs, admits, encrypts or lets through, so that writing them is as good as writing those of
 * Kubernetes. Source: each project's documentation, read 2026-11-27.
 */
const groups = [
  'argoproj.io',
  'toolkit.fluxcd.io',
  'tekton.dev',
  'crossplane.io',
  'upbound.io',
  'kyverno.io',
  'gatekeeper.sh',
  'cert-manager.io',
  'external-secrets.io',
  'secrets.hashicorp.com',
  'bitnami.com',
  'istio.io',
  'linkerd.io',
  'cilium.io',
  'projectcalico.org',
  'openshift.io',
  'operators.coreos.com',
  'cattle.io',
  'kubevirt.io',
  'karpenter.sh',
  'velero.io',
  'knative.dev',
  'keda.sh',
];

/** A group, or one below it. */
export const powerfulGroups: RegExp = new RegExp(`(?:^|\\.)(?:${groups.join('|').replaceAll('.', '\\.')})$`);
