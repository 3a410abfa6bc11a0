import rule from '../../../../rules/catalog/network/open-egress-policy.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('no peers, every pod, every address')(objects`
    NetworkPolicy shop/policy
      podSelector: {}
      egress:
        - {}
    #     ^^ open-egress-policy "reach everybody"
        - to:
            - namespaceSelector: {}
    #         ^^^^^^^^^^^^^^^^^ open-egress-policy "every pod"
        - to:
            - ipBlock:
    #         ^^^^^^^ open-egress-policy "every address"
                cidr: 0.0.0.0/0
  `);

  clean('ports of anybody, DNS first of all, and all but some addresses')(objects`
    NetworkPolicy shop/policy
      podSelector: {}
      policyTypes: [Egress]
      egress:
        - ports:
            - protocol: UDP
              port: 53
        - to:
            - ipBlock:
                cidr: 0.0.0.0/0
                except: [169.254.169.254/32]
  `);

  clean('rules of a direction that is not among the types')(objects`
    NetworkPolicy shop/policy
      podSelector: {}
      policyTypes: [Ingress]
      egress:
        - {}
  `);
});
