import rule from '../../../../rules/catalog/mesh/weak-gateway-tls.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'at either end',
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
          - port: {number: 443, protocol: HTTPS}
            hosts: [a.example.com]
            tls:
              minProtocolVersion: TLSV1_0
      #                           ^^^^^^^ weak-gateway-tls 💡
              maxProtocolVersion: TLSV1_1
      #                           ^^^^^^^ weak-gateway-tls 💡
    `,
  );

  fix(
    'asks for more',
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
          - port: {number: 443, protocol: HTTPS}
            hosts: [a.example.com]
            tls:
              minProtocolVersion: TLSV1_1
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
          - port: {number: 443, protocol: HTTPS}
            hosts: [a.example.com]
            tls:
              minProtocolVersion: TLSV1_2
    `,
  );

  clean(
    'the default',
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
          - port: {number: 443, protocol: HTTPS}
            hosts: [a.example.com]
            tls:
              minProtocolVersion: TLS_AUTO
    `,
  );
});
