import { isSystemNamespace } from '../model/kubernetes/namespace.ts';
import { cis, defineRule, kubescape, nsa, yaml } from '../rule.ts';

export default defineRule({
  id: 'missing-pod-security-label',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  tags: [],
  since: '0.1.0',
  title: 'Namespace admits every pod',
  why: 'Without the label Pod Security admission lets privileged pods in. Whoever may create a pod in the namespace then has the node.',
  remedy:
    'Label the namespace `pod-security.kubernetes.io/enforce: baseline`, and `warn: restricted` to see what is left to do. Where pods need more, say `privileged`.',
  ignoreWhen:
    'Another admission controller, such as Kyverno or Gatekeeper, holds the pods to a standard, or the cluster has a default.',
  standards: [cis('5.2.1'), nsa()],
  aliases: [
    kubescape('pod-security-admission-applied-1'),
    kubescape('pod-security-admission-applied-2'),
    kubescape('pod-security-admission-baseline-applied-1'),
    kubescape('pod-security-admission-baseline-applied-2'),
    kubescape('pod-security-admission-restricted-applied-1'),
    kubescape('pod-security-admission-restricted-applied-2'),
  ],
  examples: {
    bad: [
      yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
      `,
      yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/warn: restricted
            pod-security.kubernetes.io/enforce-version: v1.37
      `,
    ],
    good: [
      yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
      `,
      yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: storage
          labels:
            pod-security.kubernetes.io/enforce: privileged
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('Namespace', '') || resource.name === '' || isSystemNamespace(resource.name)) return;
    const labels = resource.at('metadata', 'labels');
    const enforce = labels.at('pod-security.kubernetes.io/enforce');
    if (!enforce.missing) return;
    report(resource, `Namespace ${resource.name} admits every pod, privileged ones too.`, () => {
      const warn = labels.at('pod-security.kubernetes.io/warn');
      return {
        title: 'Enforce the baseline standard (new pods that break it are refused)',
        changes: [enforce.set('baseline'), ...(warn.missing ? [warn.set('restricted')] : [])],
        hardens: true,
        caution: 'new pods that break the baseline standard are refused',
      };
    });
  },
});
