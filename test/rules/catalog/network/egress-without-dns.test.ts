import rule from '../../../../rules/catalog/network/egress-without-dns.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'on the first rule',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: nginx:1.29
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        policyTypes: [Egress]
        egress:
          - to:
      #     ^^ egress-without-dns 💡
              - podSelector:
                  matchLabels:
                    app: db
    `,
  );

  check(
    'once a policy',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: nginx:1.29
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: db
        namespace: shop
        labels:
          app: db
      spec:
        containers:
          - name: db
            image: nginx:1.29
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Egress]
        egress:
          - to:
      #     ^^ egress-without-dns 💡
              - podSelector: {}
    `,
  );

  check(
    'the wrong protocol',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: nginx:1.29
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        policyTypes: [Egress]
        egress:
          - ports:
      #     ^^^^^ egress-without-dns 💡
              - port: 53
    `,
  );

  clean(
    'DNS of all pods',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: nginx:1.29
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Egress]
        egress:
          - to:
              - namespaceSelector: {}
    `,
  );

  clean(
    'a policy of another project',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: nginx:1.29
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        policyTypes: [Egress]
        egress:
          - to:
              - podSelector:
                  matchLabels:
                    app: db
      ---
      apiVersion: cilium.io/v2
      kind: CiliumNetworkPolicy
      metadata:
        name: dns
        namespace: shop
      spec:
        endpointSelector: {}
        egress:
          - toEntities: [cluster]
    `,
  );

  clean(
    'incoming traffic alone',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: nginx:1.29
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        policyTypes: [Ingress]
        egress:
          - to:
              - podSelector: {}
    `,
  );

  fix(
    'adds the rule',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: nginx:1.29
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        policyTypes: [Egress]
        egress:
          - to:
              - podSelector:
                  matchLabels:
                    app: db
    `,
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: nginx:1.29
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        policyTypes: [Egress]
        egress:
          - to:
              - podSelector:
                  matchLabels:
                    app: db
          - to:
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: kube-system
                podSelector:
                  matchLabels:
                    k8s-app: kube-dns
              - ipBlock:
                  cidr: 169.254.20.10/32
            ports:
              - protocol: UDP
                port: 53
              - protocol: TCP
                port: 53
    `,
  );
});
