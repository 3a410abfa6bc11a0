import rule from '../../../../rules/catalog/network/unisolated-egress.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check(
    'no policy at all, a Job included',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      #       ^^^ unisolated-egress 💡
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: nginx:1.29
      ---
      apiVersion: batch/v1
      kind: CronJob
      metadata:
        name: report
      #       ^^^^^^ unisolated-egress 💡
        namespace: shop
      spec:
        schedule: "@daily"
        jobTemplate:
          spec:
            template:
              spec:
                containers:
                  - name: report
                    image: busybox:1.37
    `,
  );

  check(
    'a policy for the other direction does not help (kube-linter and checkov do not tell them apart)',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      #       ^^^ unisolated-egress 💡
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
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
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Ingress]
    `,
  );

  check(
    'in another namespace (checkov CKV2_K8S_6 does not look)',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      #       ^^^ unisolated-egress 💡
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
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
        name: policy
        namespace: other
      spec:
        podSelector: {}
        policyTypes: [Egress]
    `,
  );

  check(
    'for other pods, by expressions (checkov and Kubescape read labels alone)',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      #       ^^^ unisolated-egress 💡
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
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
        name: policy
        namespace: shop
      spec:
        podSelector:
          matchExpressions:
            - key: app
              operator: NotIn
              values: [web]
        policyTypes: [Egress]
    `,
  );

  clean(
    'an empty selector selects all pods (polaris missingNetworkPolicy wants labels)',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
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
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Egress]
    `,
  );

  clean(
    'expressions are evaluated (Kubescape C-0260 never matches them)',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
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
        name: policy
        namespace: shop
      spec:
        podSelector:
          matchExpressions:
            - key: app
              operator: In
              values: [web, cart]
        policyTypes: [Egress]
    `,
  );

  clean(
    'without types the sections tell',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
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
        name: policy
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        egress:
          - to:
              - podSelector: {}
    `,
  );

  clean(
    'a namespace that nothing tells may be the same',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
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
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Egress]
    `,
  );

  clean(
    'labels that are not known yet',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: {{ .Release.Name }}
          spec:
            containers:
              - name: web
                image: nginx:1.29
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        policyTypes: [Egress]
    `,
  );

  clean(
    "pods on the node's network, where policies do not reach",
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            hostNetwork: true
            containers:
              - name: web
                image: nginx:1.29
    `,
  );

  clean(
    'policies of Cilium, Calico and the cluster count',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: nginx:1.29
      ---
      apiVersion: cilium.io/v2
      kind: CiliumClusterwideNetworkPolicy
      metadata:
        name: baseline
      specs:
        - endpointSelector: {}
          egress:
            - toEndpoints:
                - {}
    `,
  );

  fix(
    'adds a policy for the workload',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: nginx:1.29
    `,
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
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
        name: web-egress
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        policyTypes:
          - Egress
        egress:
          - to:
              - podSelector: {}
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

  fix(
    'or denies by default',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: nginx:1.29
    `,
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
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
        name: default-deny
      spec:
        podSelector: {}
        policyTypes:
          - Ingress
          - Egress
        egress:
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
    { title: /by default/ },
  );

  refuses(
    'JSON, which holds one object',
    yaml`
      { "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "web" }, "spec": { "containers": [{ "name": "web", "image": "nginx:1.29" }] } }
    `,
    /one object/,
  );
});
