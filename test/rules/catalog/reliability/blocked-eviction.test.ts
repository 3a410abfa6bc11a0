import rule from '../../../../rules/catalog/reliability/blocked-eviction.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'none away',
    yaml`
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata:
        name: web
        namespace: shop
      spec:
        maxUnavailable: 0%
      #                 ^^ blocked-eviction
        selector:
          matchLabels:
            app: web
    `,
  );

  check(
    'all there',
    yaml`
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata:
        name: web
        namespace: shop
      spec:
        minAvailable: 100%
      #               ^^^^ blocked-eviction
        selector:
          matchLabels:
            app: web
    `,
  );

  clean(
    'some',
    yaml`
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata:
        name: web
        namespace: shop
      spec:
        minAvailable: 2
        selector:
          matchLabels:
            app: web
    `,
  );

  check(
    'more than all pods',
    yaml`
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata:
        name: web
        namespace: shop
      spec:
        minAvailable: 150%
      #               ^^^^ blocked-eviction "Refused by the API server, as 150% is more than all pods: PodDisruptionBudget web"
        selector:
          matchLabels:
            app: web
    `,
  );
});
