import rule from '../../../../rules/catalog/gateway/plain-listener.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('other protocols')(objects`
    Gateway shop/web
      gatewayClassName: web
      listeners:
        - name: db
          port: 5432
          protocol: TLS
  `);
});
