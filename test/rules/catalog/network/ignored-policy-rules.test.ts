import rule from '../../../../rules/catalog/network/ignored-policy-rules.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('rules for incoming traffic')(objects`
    NetworkPolicy shop/web
      podSelector: {}
      policyTypes: [Egress]
      ingress:
    # ^^^^^^^ ignored-policy-rules 💡
        - {}
  `);

  fix('adds the type')(objects`
      NetworkPolicy shop/web
        podSelector: {}
        policyTypes:
          - Ingress
    +     - Egress
        egress:
          - to:
              - podSelector: {}
  `);

  clean('no rules')(objects`
    NetworkPolicy shop/web
      podSelector: {}
      policyTypes: [Egress]
      ingress: []
  `);
});
