import rule from '../../../../rules/catalog/mesh/weak-gateway-tls.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('at either end')(objects`
    Gateway.networking.istio.io/v1 shop/web
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
  `);

  fix('asks for more')(objects`
      Gateway.networking.istio.io/v1 shop/web
        selector:
          istio: ingressgateway
        servers:
          - port: {number: 443, protocol: HTTPS}
            hosts: [a.example.com]
            tls:
    -         minProtocolVersion: TLSV1_1
    +         minProtocolVersion: TLSV1_2
  `);

  clean('the default')(objects`
    Gateway.networking.istio.io/v1 shop/web
      selector:
        istio: ingressgateway
      servers:
        - port: {number: 443, protocol: HTTPS}
          hosts: [a.example.com]
          tls:
            minProtocolVersion: TLS_AUTO
  `);
});
