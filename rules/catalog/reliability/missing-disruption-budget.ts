import { objects } from '../../contract/objects.ts';
import { defineRule, kics, kubeScore, polaris } from '../../contract/rule.ts';
import { autoscalerOf } from '../../facts/questions/lookup.ts';
import { matches } from '../../model/kubernetes/labels.ts';

export default defineRule({
  id: 'missing-disruption-budget',
  subject: 'workspace',
  reads: ['pods', 'budget', 'autoscaler'],
  joins: 'absence',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Workload has no disruption budget',
  why: 'When nodes are drained for an upgrade, nothing keeps one pod of the workload running.',
  remedy: 'Add a PodDisruptionBudget.',
  aliases: [
    polaris('missingPodDisruptionBudget'),
    kubeScore('deployment-has-poddisruptionbudget'),
    kubeScore('statefulset-has-poddisruptionbudget'),
    kics('Deployment Without PodDisruptionBudget'),
  ],
  examples: {
    bad: [
      objects`
        Deployment shop/web app=web
      `,
      objects`
        Deployment shop/web app=web
        PodDisruptionBudget bank/web
          maxUnavailable: 1
          selector:
            matchLabels:
              app: web
      `,
    ],
    good: [
      objects`
        Deployment shop/web app=web
        PodDisruptionBudget shop/web
          maxUnavailable: 1
          selector:
            matchLabels:
              app: web
      `,
      objects`
        Job once
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: web
                  image: nginx:1.29
      `,
    ],
  },

  check(facts, report) {
    for (const pods of facts.byKind.pods) {
      if (pods.kind !== 'Deployment' && pods.kind !== 'StatefulSet') continue;
      const { labels, replicas } = pods;
      if (labels === undefined) continue;
      // Of one pod a budget keeps nothing running: it stops every drain or does nothing ("Specifying a Disruption Budget").
      if (replicas !== undefined && replicas < 2 && autoscalerOf(facts, pods) === undefined) continue;
      const guarded = facts
        .near('budget', pods)
        .some((budget) => budget.selector === undefined || matches(budget.selector, labels));
      if (!guarded) report(pods, `No PodDisruptionBudget keeps pods running: ${pods.kind} ${pods.name}.`);
    }
  },
});
