import rule from '../../../rules/network/open-network-policy.ts';
import { testRule, yaml } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'no peers, in either direction',
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
          - {}
      #     ^^ open-network-policy 💡 "lets everybody reach"
          - from: []
      #     ^^^^ open-network-policy 💡 "lets everybody reach"
        egress:
          - {}
      #     ^^ open-network-policy "reach everybody"
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

  check(
    'a public front, by its port',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: gateway
        ingress:
          - ports:
      #     ^^^^^ open-network-policy 💡 "on the ports it names"
              - port: 8443
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
    'DNS and other ports outwards',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
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
          - {from: [{podSelector: {}}]}
    `,
  );

  fix(
    'beside ports',
    yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        ingress:
          - ports:
              - port: 8080
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
          - ports:
              - port: 8080
            from:
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
});
