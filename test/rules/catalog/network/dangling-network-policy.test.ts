import rule from '../../../../rules/catalog/network/dangling-network-policy.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('labels of other pods')(objects`
    NetworkPolicy shop/web app=web
    #                  ^^^ dangling-network-policy
      policyTypes:
        - Ingress
    Deployment shop/api app=api
  `);

  clean('all pods, and a scope without any')(objects`
    NetworkPolicy shop/web app=web
      policyTypes:
        - Ingress
  `);
});
