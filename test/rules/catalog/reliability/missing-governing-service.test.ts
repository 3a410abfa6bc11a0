import rule from '../../../../rules/catalog/reliability/missing-governing-service.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'in another namespace',
    yaml`
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: ledger
        namespace: shop
      spec:
        serviceName: ledger
      #              ^^^^^^ missing-governing-service "Names a Service that does not exist: ledger, for StatefulSet ledger"
        selector:
          matchLabels:
            app: ledger
        template:
          metadata:
            labels:
              app: ledger
          spec:
            containers:
              - name: ledger
                image: registry.example.com/ledger:2.0.0
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: ledger
        namespace: bank
      spec:
        clusterIP: None
        selector:
          app: ledger
        ports:
          - port: 7000
    `,
  );

  clean(
    'a StatefulSet without the name, and a Deployment',
    yaml`
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: ledger
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: ledger
        template:
          metadata:
            labels:
              app: ledger
          spec:
            containers:
              - name: ledger
                image: registry.example.com/ledger:2.0.0
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        serviceName: web
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
                image: registry.example.com/web:2.0.0
    `,
  );
});
