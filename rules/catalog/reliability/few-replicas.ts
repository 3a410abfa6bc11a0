import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter, kubeScore, polaris } from '../../contract/rule.ts';
import type { Fact } from '../../facts/fact.ts';
import { autoscalerOf } from '../../facts/questions/lookup.ts';

export default defineRule({
  id: 'few-replicas',
  subject: 'workspace',
  reads: ['pods', 'autoscaler'],
  joins: 'absence',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Fewer than three pods',
  why: 'When one node fails while another is being upgraded, no pod answers.',
  remedy: 'Run three or more.',
  aliases: [
    kubeScore('horizontalpodautoscaler-replicas'),
    kubeLinter('minimum-three-replicas'),
    kubeLinter('hpa-minimum-three-replicas'),
    polaris('deploymentMissingReplicas'),
    polaris('hpaMinAvailability'),
    kubeScore('deployment-replicas'),
  ],
  examples: {
    bad: [
      objects`
        Deployment shop/web
          replicas: 1
        #           ^ few-replicas
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
      objects`
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
      objects`Deployment shop/web app=web replicas=3`,
      objects`
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
    // None at all is meant to be off; what nothing says is left to an autoscaler.
    const isFew = (count: number | undefined): count is number => count !== undefined && count > 0 && count < 3;
    const tell = (fact: Fact, count: number, place: string): void =>
      report(fact, `Runs ${count === 1 ? 'a single pod' : 'only two pods'}: ${fact.kind} ${fact.name}.`, { place });
    // Below an autoscaler the number is where it starts.
    for (const pods of facts.byKind.pods)
      if (pods.kind === 'Deployment' && isFew(pods.replicas) && autoscalerOf(facts, pods) === undefined)
        tell(pods, pods.replicas, 'replicas');
    for (const autoscaler of facts.byKind.autoscaler)
      if (isFew(autoscaler.minReplicas)) tell(autoscaler, autoscaler.minReplicas, 'least');
  },
});
