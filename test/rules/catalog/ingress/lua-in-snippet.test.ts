import rule from '../../../../rules/catalog/ingress/lua-in-snippet.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('a block')(objects`
    Ingress shop/web
      annotations:
        nginx.ingress.kubernetes.io/server-snippet: |
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lua-in-snippet 💡
          content_by_lua_block {
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

  clean('the word in a comment')(objects`
    Ingress shop/web
      annotations:
        nginx.ingress.kubernetes.io/server-snippet: |
          # lua_package_path
          return 200;
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
    -     nginx.ingress.kubernetes.io/server-snippet: lua_code_cache off;
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
