import rule from '../../../../rules/catalog/gateway/plain-listener.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('alone')(objects`
    Gateway shop/web
      gatewayClassName: web
      listeners:
        - name: http
          port: 80
          protocol: HTTP
    #               ^^^^ plain-listener
  `);

  clean('other protocols')(objects`
    Gateway shop/web
      gatewayClassName: web
      listeners:
        - name: db
          port: 5432
          protocol: TLS
  `);
});
