import rule from '../../../../rules/catalog/service/node-port-service.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('others')(objects`
    Service shop/web app=web
      ports:
        - port: 80
      type: ExternalName
  `);
});
