import rule from '../../../../rules/catalog/reliability/unmeetable-budget.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  clean('fewer, and shares')(objects`
    Deployment shop/web app=web
    PodDisruptionBudget shop/web
      maxUnavailable: 5
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
  `);

  check('as many as the workload runs')(objects`
    Deployment shop/web app=web replicas=1
    PodDisruptionBudget shop/web
      minAvailable: 1
    #               ^ unmeetable-budget "runs 1"
      selector:
        matchLabels:
          app: web
  `);

  clean('one of two, and one of those that an autoscaler keeps')(objects`
    Deployment shop/web app=web replicas=2
    PodDisruptionBudget shop/web
      minAvailable: 1
      selector:
        matchLabels:
          app: web
  `);
});
