import rule from '../../../../rules/catalog/network/dangling-network-policy.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'labels of other pods',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
      #       ^^^ dangling-network-policy
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        policyTypes:
          - Ingress
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: api
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: api
        template:
          metadata:
            labels:
              app: api
          spec:
            containers:
              - name: web
                image: nginx:1.29
    `,
  );

  clean(
    'all pods, and a scope without any',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        policyTypes:
          - Ingress
    `,
  );
});
