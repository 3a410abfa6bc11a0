import rule from '../../../../rules/catalog/reliability/idle-autoscaler.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('no more than the least')(objects`
    HorizontalPodAutoscaler shop/web
      scaleTargetRef:
        apiVersion: apps/v1
        kind: Deployment
        name: web
      minReplicas: 3
      maxReplicas: 3
    #              ^ idle-autoscaler
  `);

  clean('room')(objects`
    HorizontalPodAutoscaler shop/web
      scaleTargetRef:
        apiVersion: apps/v1
        kind: Deployment
        name: web
      maxReplicas: 10
  `);
});
