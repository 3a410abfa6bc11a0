import rule from '../../../../rules/catalog/reliability/dangling-route.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('one whose namespace nothing tells')(objects`
    HTTPRoute shop/web
      rules:
        - backendRefs:
            - name: web
              port: 80
    Service web app=web
      ports:
        - port: 80
  `);
});
