import rule from '../../../../rules/catalog/ingress/wildcard-host.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('none, and a star')(objects`
    Ingress shop/web
      rules:
    # ^^^^^ wildcard-host
        - http:
            paths:
              - path: /
                pathType: Prefix
                backend:
                  service:
                    name: web
                    port:
                      number: 80
  `);

  clean('a name')(objects`
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
  `);
});
