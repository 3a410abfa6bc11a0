import { isSystemNamespace } from '../model/kubernetes/namespace.ts';
import { podSecurityLabel } from '../model/kubernetes/pod-security.ts';
import { cis, defineRule, kubescape, nsa, yaml } from '../rule.ts';

export default defineRule({
  id: 'weak-pod-security-level',
  subject: 'resource',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  tags: [],
  since: '0.1.0',
  title: 'Namespace is not held to the restricted standard',
  why: 'Below the restricted standard a pod may run as root and gain privileges; at `privileged` it may take the node.',
  remedy:
    'Warn of `restricted` first, mend what the warnings name, then enforce it. Give the pods that need more a namespace of their own.',
  ignoreWhen: 'The pods of the namespace are agents of the node that cannot run with less.',
  standards: [cis('5.2.1'), nsa()],
  aliases: [
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
          labels:
            pod-security.kubernetes.io/enforce: baseline
      `,
      yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: privileged
            pod-security.kubernetes.io/warn: baseline
      `,
    ],
    good: [
      yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: restricted
      `,
      yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: kube-system
          labels:
            pod-security.kubernetes.io/enforce: privileged
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('Namespace', '') || isSystemNamespace(resource.name)) return;
    const labels = resource.at('metadata', 'labels');
    const enforce = labels.at(podSecurityLabel('enforce'));
    if (!enforce.is('baseline') && !enforce.is('privileged')) return;
    report(enforce, `Namespace ${resource.name} enforces no more than ${enforce.text}.`, () => ({
      title: 'Enforce the restricted standard (new pods that break it are refused)',
      changes: [enforce.set('restricted')],
    }));
  },
});
