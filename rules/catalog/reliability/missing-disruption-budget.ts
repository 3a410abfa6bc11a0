import { yaml } from '../../contract/example.ts';
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
  since: '0.1.0',
  title: 'Workload has no disruption budget',
  why: 'When nodes are drained for an upgrade, nothing keeps one pod of the workload running.',
  remedy: 'Add a PodDisruptionBudget.',
  standards: [],
  aliases: [
    polaris('missingPodDisruptionBudget'),
    kubeScore('deployment-has-poddisruptionbudget'),
    kubeScore('statefulset-has-poddisruptionbudget'),
    kics('Deployment Without PodDisruptionBudget'),
  ],
  examples: {
    bad: [
      yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: web
                  image: nginx:1.29
      `,
      yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: web
                  image: nginx:1.29
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web
          namespace: bank
        spec:
          maxUnavailable: 1
          selector:
            matchLabels:
              app: web
      `,
    ],
    good: [
      yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: web
                  image: nginx:1.29
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web
          namespace: shop
        spec:
          maxUnavailable: 1
          selector:
            matchLabels:
              app: web
      `,
      yaml`
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: once
        spec:
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
