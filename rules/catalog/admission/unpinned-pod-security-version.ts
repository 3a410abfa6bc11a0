import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { podSecurityLabel } from '../../model/kubernetes/pod-security.ts';

export default defineRule({
  id: 'unpinned-pod-security-version',
  subject: 'resource',
  severity: 'info',
  profile: 'all',
  fix: 'review',
  tags: ['reliability'],
  title: 'Enforced standard changes with the cluster',
  why: 'An upgrade of the cluster can add a control, and pods that ran until then are refused when they are next created.',
  remedy: 'Pin `enforce-version` to the version the pods were tested with, and leave `warn-version` at `latest`.',
  examples: {
    bad: [
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
      `,
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/enforce: restricted
            pod-security.kubernetes.io/enforce-version: latest
      `,
    ],
    good: [
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
            pod-security.kubernetes.io/enforce-version: v1.33
      `,
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/enforce: privileged
      `,
    ],
  },

  check(resource, report, { kubernetesMinor }) {
    if (!resource.is('Namespace', '')) return;
    const labels = resource.at('metadata', 'labels');
    const enforce = labels.at(podSecurityLabel('enforce'));
    const version = labels.at(podSecurityLabel('enforce', '-version'));
    if (!enforce.is('baseline') && !enforce.is('restricted')) return;
    if (!version.missing && !version.is('latest')) return;
    report(
      version.present ? version : enforce,
      `Enforces whatever ${enforce.text} means after the next upgrade: namespace ${resource.name}.`,
      () => ({
        title: `Pin the standard to version 1.${kubernetesMinor} (controls of later versions are not enforced)`,
        changes: [version.set(`v1.${kubernetesMinor}`)],
      }),
    );
  },
});
