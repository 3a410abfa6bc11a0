import { objects } from '../../contract/objects.ts';
import { defineRule, kics, kubeScore, polaris } from '../../contract/rule.ts';
import type { Facts } from '../../facts/index.ts';
import type { PodsFact } from '../../facts/kinds/pods.ts';
import { nearBy } from '../../facts/near-by.ts';
import { autoscalerOf } from '../../facts/questions/lookup.ts';
import { keysOfSelected, keysOfSelecting, mayChoose } from '../../facts/questions/selection.ts';
import type { Labels } from '../../model/kubernetes/labels.ts';

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
      objects`Deployment shop/web app=web`,
      objects`
        Deployment shop/web app=web
        #               ^^^ missing-disruption-budget
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
      if (!isGuarded(facts, pods, labels))
        report(pods, `No PodDisruptionBudget keeps pods running: ${pods.kind} ${pods.name}.`);
    }
  },
});

const budgets = nearBy('budget', (facts) => {
  const keysOf = keysOfSelecting(facts.byKind.budget.map(({ selector }) => selector));
  return ({ selector }) => keysOf(selector);
});

function isGuarded(facts: Facts, pods: PodsFact, labels: Labels): boolean {
  const own = facts.namespaceOf(pods);
  return keysOfSelected(labels).some((key) =>
    budgets(facts, own, key).some((list) => list.some(({ selector }) => mayChoose(selector, labels))),
  );
}
