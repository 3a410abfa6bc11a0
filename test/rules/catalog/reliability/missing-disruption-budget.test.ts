import rule from '../../../../rules/catalog/reliability/missing-disruption-budget.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('one that selects it')(objects`
    Deployment shop/web app=web
    PodDisruptionBudget shop/web
      minAvailable: 1
      selector:
        matchLabels:
          app: web
  `);

  clean('of a single pod, which no budget keeps running')(objects`Deployment shop/web app=web replicas=1`);
});
