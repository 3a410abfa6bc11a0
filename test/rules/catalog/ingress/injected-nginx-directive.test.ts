import rule from '../../../../rules/catalog/ingress/injected-nginx-directive.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a semicolon and a new line')(objects`
    Ingress shop/web
      annotations:
        nginx.ingress.kubernetes.io/auth-tls-match-cn: 'CN=valid#;
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ injected-nginx-directive

          injection'
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
  `);

  clean('plain values')(objects`
    Ingress shop/web
      annotations:
        nginx.ingress.kubernetes.io/auth-tls-match-cn: CN=valid-cn
        nginx.ingress.kubernetes.io/mirror-target: https://example.com
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
  `);
});
