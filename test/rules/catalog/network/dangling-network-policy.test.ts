import rule from '../../../../rules/catalog/network/dangling-network-policy.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('all pods, and a scope without any')(objects`
    NetworkPolicy shop/web app=web
      policyTypes:
        - Ingress
  `);
});
