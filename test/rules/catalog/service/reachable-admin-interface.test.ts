import rule from '../../../../rules/catalog/service/reachable-admin-interface.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'the Service',
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
                image: argoproj/argocli:v3.7.0
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      #       ^^^ reachable-admin-interface
        namespace: shop
      spec:
        type: LoadBalancer
        selector:
          app: web
        ports:
          - port: 80
    `,
  );

  clean(
    'inside the cluster',
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
                image: argoproj/argocli:v3.7.0
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          app: web
        ports:
          - port: 80
    `,
  );
});
