import rule from '../../../../rules/catalog/reliability/few-replicas.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  clean('off, or left to an autoscaler')(objects`
    Deployment shop/web app=web replicas=0
    Deployment shop/api app=api
  `);

  clean('where an autoscaler raises them')(objects`
    Deployment shop/web app=web replicas=2
    HorizontalPodAutoscaler shop/web
      minReplicas: 3
      maxReplicas: 8
      scaleTargetRef:
        apiVersion: apps/v1
        kind: Deployment
        name: web
  `);

  check('of what KEDA scales')(objects`
    ScaledObject.keda.sh/v1alpha1 shop/web
      scaleTargetRef:
        name: web
      minReplicaCount: 1
    #                  ^ few-replicas
  `);
});
