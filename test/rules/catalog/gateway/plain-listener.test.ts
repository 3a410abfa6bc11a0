import rule from '../../../../rules/catalog/gateway/plain-listener.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'alone',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata:
        name: web
        namespace: shop
      spec:
        gatewayClassName: web
        listeners:
          - name: http
            port: 80
            protocol: HTTP
      #               ^^^^ plain-listener
    `,
  );

  clean(
    'other protocols',
    yaml`
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata:
        name: web
        namespace: shop
      spec:
        gatewayClassName: web
        listeners:
          - name: db
            port: 5432
            protocol: TLS
    `,
  );
});
