import rule from '../../../../rules/catalog/network/open-network-port.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('to everybody, every pod, every address')(objects`
    NetworkPolicy shop/policy app=gateway
      ingress:
        - ports:
    #     ^^^^^ open-network-port 💡 "Opens port 8443 to everybody: NetworkPolicy policy"
            - port: 8443
        - from:
            - namespaceSelector: {}
    #         ^^^^^^^^^^^^^^^^^ open-network-port 💡 "port metrics to every pod"
          ports:
            - port: metrics
        - from:
            - ipBlock:
    #         ^^^^^^^ open-network-port 💡 "some ports to every address"
                cidr: 0.0.0.0/0
          ports:
            - protocol: UDP
  `);

  clean('who is named')(objects`
    NetworkPolicy shop/policy
      podSelector: {}
      ingress:
        - from:
            - podSelector: {}
          ports:
            - port: 8080
  `);

  clean('all ports are another rule, and outwards ports are what is named')(objects`
    NetworkPolicy shop/policy
      podSelector: {}
      policyTypes: [Ingress, Egress]
      ingress:
        - {}
      egress:
        - ports:
            - port: 53
  `);

  fix('names the own namespace')(objects`
      NetworkPolicy shop/policy
        podSelector: {}
        ingress:
          - ports:
              - port: 8080
    +       from:
    +         - podSelector: {}
  `);
});
