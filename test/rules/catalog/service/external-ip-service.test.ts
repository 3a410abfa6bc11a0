import rule from '../../../../rules/catalog/service/external-ip-service.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check }) => {
  check('each address')(objects`
    Service shop/web app=web
      ports:
        - port: 80
      externalIPs:
        - 203.0.113.10
    #     ^^^^^^^^^^^^ external-ip-service
        - 203.0.113.11
    #     ^^^^^^^^^^^^ external-ip-service
  `);
});
