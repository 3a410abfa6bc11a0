import rule from '../../../../rules/catalog/service/external-ip-service.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'each address',
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
        externalIPs:
          - 203.0.113.10
      #     ^^^^^^^^^^^^ external-ip-service
          - 203.0.113.11
      #     ^^^^^^^^^^^^ external-ip-service
    `,
  );

  clean(
    'none',
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
    `,
  );
});
