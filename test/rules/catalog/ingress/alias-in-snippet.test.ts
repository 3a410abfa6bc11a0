import rule from '../../../../rules/catalog/ingress/alias-in-snippet.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('a directive')(objects`
    Ingress shop/web
      annotations:
        nginx.ingress.kubernetes.io/server-snippet: |
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ alias-in-snippet 💡
          location /x {
            alias /var/;
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

  clean('the word')(objects`
    Ingress shop/web
      annotations:
        nginx.ingress.kubernetes.io/server-snippet: return 200;
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
    -     nginx.ingress.kubernetes.io/server-snippet: alias /etc/;
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
