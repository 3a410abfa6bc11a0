import rule from '../../../../rules/catalog/reliability/missing-disruption-budget.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'another namespace',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      #       ^^^ missing-disruption-budget
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
  );

  clean(
    'one that selects it',
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
        minAvailable: 1
        selector:
          matchLabels:
            app: web
    `,
  );

  clean(
    'of a single pod, which no budget keeps running',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        replicas: 1
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
  );
});
