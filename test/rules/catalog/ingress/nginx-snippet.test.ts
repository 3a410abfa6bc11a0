import rule from '../../../../rules/catalog/ingress/nginx-snippet.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the key')(objects`
    Ingress shop/web
      annotations:
        nginx.ingress.kubernetes.io/server-snippet: |
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nginx-snippet 💡
          location / {
          }
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

  clean('other annotations')(objects`
    Ingress shop/web
      annotations:
        example.com/server-snippet: x
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

  fix('without it')(objects`
      Ingress shop/web
        annotations:
          a: b
    -     nginx.ingress.kubernetes.io/server-snippet: x
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
