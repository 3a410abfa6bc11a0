import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';

export default defineRule({
  id: 'stuck-eviction',
  subject: 'resource',
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  title: 'Budget protects pods that do not work',
  why: 'By default pods that are not ready count as worth keeping while too few others are, so that a node with a crashing pod cannot be drained.',
  remedy: 'Set `unhealthyPodEvictionPolicy: AlwaysAllow`.',
  ignoreWhen: 'Pods that are not ready still hold data which is about to be copied.',
  aliases: [kubeLinter('pdb-unhealthy-pod-eviction-policy')],
  fix: 'review',
  examples: {
    bad: [
      objects`
        PodDisruptionBudget shop/web
          minAvailable: 1
          selector:
            matchLabels:
              app: web
      `,
      objects`
        PodDisruptionBudget shop/web
          maxUnavailable: 1
      -   unhealthyPodEvictionPolicy: IfHealthyBudget
      +   unhealthyPodEvictionPolicy: AlwaysAllow
          selector:
            matchLabels:
              app: web
      `,
    ],
    good: [
      objects`
        Service shop/web app=web
          ports:
            - port: 80
      `,
    ],
  },

  check(resource, report, { kubernetesMinor }) {
    // The field is on by default since 1.27.
    if (!resource.is('PodDisruptionBudget', 'policy') || kubernetesMinor < 27) return;
    const policy = resource.at('spec', 'unhealthyPodEvictionPolicy');
    if (!policy.missing && !policy.is('IfHealthyBudget')) return;
    report(
      policy.present ? policy : resource,
      `Keeps pods that are not ready from being evicted: ${resource.label}.`,
      () => ({
        title: 'Let pods that are not ready be evicted',
        changes: [policy.set('AlwaysAllow')],
      }),
    );
  },
});
