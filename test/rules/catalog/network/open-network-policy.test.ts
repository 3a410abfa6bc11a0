import rule from '../../../../rules/catalog/network/open-network-policy.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'no peers',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Ingress]
        ingress:
          - {}
      #     ^^ open-network-policy 💡 "Lets everybody reach its pods: NetworkPolicy policy"
          - from: []
      #     ^^^^ open-network-policy 💡 "Lets everybody reach its pods: NetworkPolicy policy"
    `,
  );

  check(
    'every pod and every address (kubeaudit looks for missing peers alone)',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        ingress:
          - from:
              - podSelector:
                  matchLabels:
                    app: gateway
              - namespaceSelector: {}
      #         ^^^^^^^^^^^^^^^^^ open-network-policy 💡 "every pod of the cluster"
          - from:
              - namespaceSelector: {}
      #         ^^^^^^^^^^^^^^^^^ open-network-policy 💡 "every pod of the cluster"
                podSelector: {}
          - from:
              - ipBlock:
      #         ^^^^^^^ open-network-policy 💡 "every address"
                  cidr: 0.0.0.0/0
          - from:
              - ipBlock: { cidr: "::/0" }
      #         ^^^^^^^ open-network-policy 💡 "every address"
    `,
  );

  clean(
    'who is named',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        ingress:
          - from:
              - podSelector: {}
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: gateway
              - namespaceSelector: {}
                podSelector:
                  matchLabels:
                    app: prometheus
              - ipBlock:
                  cidr: 10.0.0.0/8
    `,
  );

  clean(
    'single ports and the other direction have rules of their own',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Ingress, Egress]
        ingress:
          - ports:
              - port: 8443
        egress:
          - {}
    `,
  );

  clean(
    'rules of a direction that is not among the types',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Egress]
        ingress:
          - {}
    `,
  );

  clean(
    'peers that are not known yet',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        ingress:
          - from: {{ .Values.peers }}
    `,
  );

  fix(
    'names the own namespace',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        ingress:
          - {}
    `,
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        ingress:
          - from:
              - podSelector: {}
    `,
  );

  fix(
    'in place of every namespace',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        ingress:
          - from:
              - namespaceSelector: {}
    `,
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        ingress:
          - from:
              - podSelector: {}
    `,
  );

  fix(
    'in place of every namespace beside all pods',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        ingress:
          - from:
              - namespaceSelector: {}
                podSelector: {}
    `,
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        ingress:
          - from:
              - podSelector: {}
    `,
  );

  fix(
    'in place of every address',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        ingress:
          - from:
              - ipBlock:
                  cidr: 0.0.0.0/0
    `,
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        ingress:
          - from:
              - podSelector: {}
    `,
  );

  check(
    'a label that every namespace has',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Ingress]
        ingress:
          - from:
              - namespaceSelector:
      #         ^^^^^^^^^^^^^^^^^ open-network-policy 💡
                  matchExpressions:
                    - key: kubernetes.io/metadata.name
                      operator: Exists
    `,
  );
});
