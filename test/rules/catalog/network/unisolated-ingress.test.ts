import rule from '../../../../rules/catalog/network/unisolated-ingress.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check(
    'no policy at all, a Job included',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      #       ^^^ unisolated-ingress 💡
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
      #       ^^^^^^ unisolated-ingress 💡
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
      #       ^^^ unisolated-ingress 💡
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

  check(
    'in another namespace (checkov CKV2_K8S_6 does not look)',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      #       ^^^ unisolated-ingress 💡
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
        policyTypes: [Ingress]
    `,
  );

  check(
    'for other pods, by expressions (checkov and Kubescape read labels alone)',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      #       ^^^ unisolated-ingress 💡
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
        policyTypes: [Ingress]
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
        policyTypes: [Ingress]
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
        policyTypes: [Ingress]
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
        policyTypes: [Ingress]
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
        policyTypes: [Ingress]
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
          ingress:
            - fromEndpoints:
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
        name: web-ingress
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        policyTypes:
          - Ingress
        ingress:
          - from:
              - podSelector: {}
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
