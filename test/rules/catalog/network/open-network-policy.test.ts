import rule from '../../../../rules/catalog/network/open-network-policy.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('no peers')(objects`
    NetworkPolicy shop/policy
      podSelector: {}
      policyTypes: [Ingress]
      ingress:
        - {}
    #     ^^ open-network-policy 💡 "Lets everybody reach its pods: NetworkPolicy policy"
        - from: []
    #     ^^^^ open-network-policy 💡 "Lets everybody reach its pods: NetworkPolicy policy"
  `);

  check('every pod and every address (kubeaudit looks for missing peers alone)')(objects`
    NetworkPolicy shop/policy
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
  `);

  check('by halves, in one rule and in two')(objects`
    NetworkPolicy shop/policy
      podSelector: {}
      ingress:
        - from:
            - ipBlock:
                cidr: 0.0.0.0/1
            - ipBlock:
    #         ^^^^^^^ open-network-policy 💡 "every address"
                cidr: 128.0.0.0/1
    NetworkPolicy shop/other
      podSelector: {}
      ingress:
        - from:
            - ipBlock:
                cidr: 128.0.0.0/1
        - from:
            - ipBlock:
    #         ^^^^^^^ open-network-policy 💡 "every address"
                cidr: 0.0.0.0/1
  `);

  clean('nearly every address')(objects`
    NetworkPolicy shop/policy
      podSelector: {}
      ingress:
        - from:
            - ipBlock:
                cidr: 0.0.0.0/1
            - ipBlock:
                cidr: 192.0.0.0/2
            - ipBlock:
                cidr: 8000::/1
        - ports:
            - port: 80
          from:
            - ipBlock:
                cidr: 128.0.0.0/2
  `);

  clean('who is named')(objects`
    NetworkPolicy shop/policy
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
  `);

  clean('single ports and the other direction have rules of their own')(objects`
    NetworkPolicy shop/policy
      podSelector: {}
      policyTypes: [Ingress, Egress]
      ingress:
        - ports:
            - port: 8443
      egress:
        - {}
  `);

  clean('rules of a direction that is not among the types')(objects`
    NetworkPolicy shop/policy
      podSelector: {}
      policyTypes: [Egress]
      ingress:
        - {}
  `);

  clean('peers that are not known yet')(objects`
    NetworkPolicy shop/policy
      podSelector: {}
      ingress:
        - from: {{ .Values.peers }}
  `);

  fix('names the own namespace')(objects`
      NetworkPolicy shop/policy
        podSelector: {}
        ingress:
    -     - {}
    +     - from:
    +         - podSelector: {}
  `);

  fix('in place of every namespace')(objects`
      NetworkPolicy shop/policy
        podSelector: {}
        ingress:
          - from:
    -         - namespaceSelector: {}
    +         - podSelector: {}
  `);

  fix('in place of every namespace beside all pods')(objects`
      NetworkPolicy shop/policy
        podSelector: {}
        ingress:
          - from:
    -         - namespaceSelector: {}
    -           podSelector: {}
    +         - podSelector: {}
  `);

  fix('in place of every address')(objects`
      NetworkPolicy shop/policy
        podSelector: {}
        ingress:
          - from:
    -         - ipBlock:
    -             cidr: 0.0.0.0/0
    +         - podSelector: {}
  `);

  check('a label that every namespace has')(objects`
    NetworkPolicy shop/web
      podSelector: {}
      policyTypes: [Ingress]
      ingress:
        - from:
            - namespaceSelector:
    #         ^^^^^^^^^^^^^^^^^ open-network-policy 💡
                matchExpressions:
                  - key: kubernetes.io/metadata.name
                    operator: Exists
  `);
});
