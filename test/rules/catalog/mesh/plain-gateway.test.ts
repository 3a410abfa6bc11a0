import rule from '../../../../rules/catalog/mesh/plain-gateway.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('HTTP in any version')(objects`
    Gateway.networking.istio.io/v1 shop/web
      selector:
        istio: ingressgateway
      servers:
        - port:
            number: 80
            protocol: HTTP2
    #                 ^^^^^ plain-gateway 💡
          hosts: [a.example.com]
  `);

  fix('sends visitors on')(objects`
      Gateway.networking.istio.io/v1 shop/web
        selector:
          istio: ingressgateway
        servers:
          - port:
              number: 80
              protocol: HTTP
            hosts: [a.example.com]
    +       tls:
    +         httpsRedirect: true
  `);

  clean('other protocols')(objects`
    Gateway.networking.istio.io/v1 shop/web
      selector:
        istio: ingressgateway
      servers:
        - port:
            number: 5432
            protocol: TLS
          hosts: [a.example.com]
  `);
});
