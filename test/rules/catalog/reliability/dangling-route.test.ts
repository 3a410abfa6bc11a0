import rule from '../../../../rules/catalog/reliability/dangling-route.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('no Service of the name in the namespace')(objects`
    HTTPRoute shop/web
      rules:
        - backendRefs:
            - name: web
    #               ^^^ dangling-route
              port: 80
    Service bank/web app=web
      ports:
        - port: 80
  `);

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
