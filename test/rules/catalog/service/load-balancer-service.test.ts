import rule from '../../../../rules/catalog/service/load-balancer-service.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'the type',
    yaml`
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
        type: LoadBalancer
      #       ^^^^^^^^^^^^ load-balancer-service
    `,
  );

  clean(
    'others',
    yaml`
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
        type: ExternalName
    `,
  );
});
