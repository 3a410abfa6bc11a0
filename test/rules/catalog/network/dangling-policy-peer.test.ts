import rule from '../../../../rules/catalog/network/dangling-policy-peer.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('among others')(objects`
    Pod shop/web app=web
    Pod shop/cart app=cart
      containers:
        - name: cart
          image: nginx:1.29
    NetworkPolicy shop/web app=web
      policyTypes: [Ingress]
      ingress:
        - from:
    #     ^^^^ dangling-policy-peer
            - podSelector:
                matchLabels:
                  app: cart
            - podSelector:
                matchLabels:
                  app: gone
  `);

  clean('all pods')(objects`
    Pod shop/web app=web
    NetworkPolicy shop/web app=web
      policyTypes: [Ingress]
      ingress:
        - from:
            - podSelector: {}
  `);

  clean('without the pods that it is for')(objects`
    NetworkPolicy shop/web app=web
      policyTypes: [Ingress]
      ingress:
        - from:
            - podSelector:
                matchLabels:
                  app: cart
  `);
});
