import rule from '../../../../rules/catalog/reliability/dangling-autoscaler.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('another namespace')(objects`
    HorizontalPodAutoscaler shop/web
      scaleTargetRef:
        apiVersion: apps/v1
        kind: Deployment
        name: web
    #         ^^^ dangling-autoscaler
      maxReplicas: 5
    Deployment bank/web app=web
  `);

  clean('the workload, and another kind')(objects`
    HorizontalPodAutoscaler shop/web
      scaleTargetRef:
        apiVersion: apps/v1
        kind: Deployment
        name: web
      maxReplicas: 5
    Deployment shop/web app=web
  `);
});
