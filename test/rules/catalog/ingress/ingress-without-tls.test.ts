import rule from '../../../../rules/catalog/ingress/ingress-without-tls.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a host that is not listed')(objects`
    Ingress shop/web
      rules:
        - host: pay.example.com
    #           ^^^^^^^^^^^^^^^ ingress-without-tls
          http:
            paths:
              - path: /
                pathType: Prefix
                backend:
                  service:
                    name: web
                    port:
                      number: 80
      tls:
        - hosts:
            - shop.example.com
          secretName: shop-tls
  `);

  clean('all hosts, and those below a domain')(objects`
    Ingress shop/web
      rules:
        - host: shop.example.com
          http:
            paths:
              - path: /
                pathType: Prefix
                backend:
                  service:
                    name: web
                    port:
                      number: 80
      tls:
        - hosts:
            - '*.example.com'
          secretName: shop-tls
  `);

  clean('a certificate for all hosts')(objects`
    Ingress shop
      tls:
        - secretName: shop-tls
      rules:
        - host: shop.example.com
          http:
            paths:
              - path: /
                pathType: Prefix
                backend:
                  service:
                    name: shop
                    port:
                      number: 80
  `);
});
