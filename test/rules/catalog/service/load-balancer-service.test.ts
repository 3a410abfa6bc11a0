import rule from '../../../../rules/catalog/service/load-balancer-service.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the type')(objects`
    Service shop/web app=web
      ports:
        - port: 80
      type: LoadBalancer
    #       ^^^^^^^^^^^^ load-balancer-service
  `);

  clean('others')(objects`
    Service shop/web app=web
      ports:
        - port: 80
      type: ExternalName
  `);
});
