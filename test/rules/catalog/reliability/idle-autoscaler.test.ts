import rule from '../../../../rules/catalog/reliability/idle-autoscaler.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('room')(objects`
    HorizontalPodAutoscaler shop/web
      scaleTargetRef:
        apiVersion: apps/v1
        kind: Deployment
        name: web
      maxReplicas: 10
  `);
});
