import rule from '../../../../rules/catalog/mesh/plain-gateway.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'HTTP in any version',
    yaml`
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          istio: ingressgateway
        servers:
          - port:
              number: 80
              protocol: HTTP2
      #                 ^^^^^ plain-gateway 💡
            hosts: [a.example.com]
    `,
  );

  fix(
    'sends visitors on',
    yaml`
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          istio: ingressgateway
        servers:
          - port:
              number: 80
              protocol: HTTP
            hosts: [a.example.com]
    `,
    yaml`
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          istio: ingressgateway
        servers:
          - port:
              number: 80
              protocol: HTTP
            hosts: [a.example.com]
            tls:
              httpsRedirect: true
    `,
  );

  clean(
    'other protocols',
    yaml`
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          istio: ingressgateway
        servers:
          - port:
              number: 5432
              protocol: TLS
            hosts: [a.example.com]
    `,
  );
});
