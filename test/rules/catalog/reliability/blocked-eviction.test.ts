import rule from '../../../../rules/catalog/reliability/blocked-eviction.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('none away')(objects`
    PodDisruptionBudget shop/web
      maxUnavailable: 0%
    #                 ^^ blocked-eviction
      selector:
        matchLabels:
          app: web
  `);

  clean('some')(objects`
    PodDisruptionBudget shop/web
      minAvailable: 2
      selector:
        matchLabels:
          app: web
  `);

  check('more than all pods')(objects`
    PodDisruptionBudget shop/web
      minAvailable: 150%
    #               ^^^^ blocked-eviction "Refused by the API server, as 150% is more than all pods: PodDisruptionBudget web"
      selector:
        matchLabels:
          app: web
  `);
});
