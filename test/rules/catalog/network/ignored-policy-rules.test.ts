import rule from '../../../../rules/catalog/network/ignored-policy-rules.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'rules for incoming traffic',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Egress]
        ingress:
      # ^^^^^^^ ignored-policy-rules 💡
          - {}
    `,
  );

  fix(
    'adds the type',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector: {}
        policyTypes:
          - Ingress
        egress:
          - to:
              - podSelector: {}
    `,
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector: {}
        policyTypes:
          - Ingress
          - Egress
        egress:
          - to:
              - podSelector: {}
    `,
  );

  clean(
    'no rules',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Egress]
        ingress: []
    `,
  );
});
