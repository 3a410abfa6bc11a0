import rule from '../../../../rules/catalog/network/reachable-metadata-address.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('also by a part of the addresses')(objects`
    NetworkPolicy shop/web
      podSelector: {}
      policyTypes: [Egress]
      egress:
        - to:
            - ipBlock:
                cidr: 169.254.0.0/16
    #                 ^^^^^^^^^^^^^^ reachable-metadata-address 💡
  `);

  fix('excepts it')(objects`
      NetworkPolicy shop/web
        podSelector: {}
        policyTypes: [Egress]
        egress:
          - to:
              - ipBlock:
                  cidr: 0.0.0.0/0
    +             except:
    +               - 169.254.169.254/32
  `);

  clean('incoming traffic, and what is named')(objects`
    NetworkPolicy shop/web
      podSelector: {}
      ingress:
        - from:
            - ipBlock:
                cidr: 0.0.0.0/0
  `);

  clean('who is meant to reach it')(objects`
    NetworkPolicy shop/web
      podSelector: {}
      policyTypes: [Egress]
      egress:
        - to:
            - ipBlock:
                cidr: 169.254.169.254/32
  `);
});
