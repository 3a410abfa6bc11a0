import rule from '../../../../rules/catalog/reliability/dangling-ingress.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('one whose namespace nothing tells')(objects`
    Ingress shop/web
      defaultBackend:
        service:
          name: web
          port:
            number: 80
    Service web app=web
      ports:
        - port: 80
  `);
});
