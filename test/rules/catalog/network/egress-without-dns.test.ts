import rule from '../../../../rules/catalog/network/egress-without-dns.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('once a policy')(objects`
    Pod shop/web app=web
    Pod shop/db app=db
      containers:
        - name: db
          image: nginx:1.29
    NetworkPolicy shop/web
      podSelector: {}
      policyTypes: [Egress]
      egress:
        - to:
    #     ^^ egress-without-dns 💡
            - podSelector: {}
  `);

  check('the wrong protocol')(objects`
    Pod shop/web app=web
    NetworkPolicy shop/web app=web
      policyTypes: [Egress]
      egress:
        - ports:
    #     ^^^^^ egress-without-dns 💡
            - port: 53
  `);

  clean('DNS of all pods')(objects`
    Pod shop/web app=web
    NetworkPolicy shop/web
      podSelector: {}
      policyTypes: [Egress]
      egress:
        - to:
            - namespaceSelector: {}
  `);

  clean('a policy of another project')(objects`
    Pod shop/web app=web
    NetworkPolicy shop/web app=web
      policyTypes: [Egress]
      egress:
        - to:
            - podSelector:
                matchLabels:
                  app: db
    CiliumNetworkPolicy.cilium.io/v2 shop/dns
      endpointSelector: {}
      egress:
        - toEntities: [cluster]
  `);

  clean('incoming traffic alone')(objects`
    Pod shop/web app=web
    NetworkPolicy shop/web app=web
      policyTypes: [Ingress]
      egress:
        - to:
            - podSelector: {}
  `);
});
