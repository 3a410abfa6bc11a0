import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter, polaris } from '../../contract/rule.ts';
import { autoscalerOf, podsSelected } from '../../facts/questions/lookup.ts';

export default defineRule({
  id: 'unmeetable-budget',
  subject: 'workspace',
  reads: ['pods', 'budget', 'autoscaler'],
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  title: 'Budget allows no disruption',
  why: 'No pod may ever be evicted, so no node can be drained.',
  remedy: 'Ask for fewer pods than `replicas` or `minReplicas`, or use `maxUnavailable`.',
  aliases: [polaris('pdbMinAvailableGreaterThanHPAMinReplicas'), kubeLinter('pdb-min-available')],
  examples: {
    bad: [
      objects`
        Deployment shop/web app=web
        PodDisruptionBudget shop/web
          minAvailable: 3
          selector:
            matchLabels:
              app: web
        HorizontalPodAutoscaler shop/web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          minReplicas: 3
          maxReplicas: 5
      `,
      objects`
        Deployment shop/web app=web
        PodDisruptionBudget shop/web
          minAvailable: 2
          selector:
            matchLabels:
              app: web
        HorizontalPodAutoscaler shop/web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          minReplicas: 2
          maxReplicas: 5
      `,
    ],
    good: [
      objects`
        Deployment shop/web app=web
        PodDisruptionBudget shop/web
          minAvailable: 2
          selector:
            matchLabels:
              app: web
        HorizontalPodAutoscaler shop/web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          minReplicas: 3
          maxReplicas: 5
      `,
      objects`
        Deployment shop/web app=web
        PodDisruptionBudget shop/web
          minAvailable: 50%
          selector:
            matchLabels:
              app: web
        HorizontalPodAutoscaler shop/web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          minReplicas: 3
          maxReplicas: 5
      `,
    ],
  },

  check(facts, report) {
    for (const budget of facts.byKind.budget) {
      const { selector, minAvailable = '' } = budget;
      if (selector === undefined || !/^\d+$/.test(minAvailable)) continue;
      for (const pods of podsSelected(facts, budget, selector)) {
        if (pods.labels === undefined) continue;
        const scaled = autoscalerOf(facts, pods);
        const least = scaled === undefined ? pods.replicas : scaled.minReplicas;
        // None at all is meant to be off.
        if (least === undefined || least === 0 || Number(minAvailable) < least) continue;
        const runs =
          scaled === undefined ? `${pods.kind} ${pods.name} runs ${least}` : `the autoscaler may keep only ${least}`;
        report(budget, `Asks for ${minAvailable} pods, and ${runs}: PodDisruptionBudget ${budget.name}.`, {
          place: 'minAvailable',
        });
      }
    }
  },
});
