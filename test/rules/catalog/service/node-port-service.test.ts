import rule from '../../../../rules/catalog/service/node-port-service.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the type')(objects`
    Service shop/web app=web
      ports:
        - port: 80
      type: NodePort
    #       ^^^^^^^^ node-port-service
  `);

  clean('others')(objects`
    Service shop/web app=web
      ports:
        - port: 80
      type: ExternalName
  `);
});
