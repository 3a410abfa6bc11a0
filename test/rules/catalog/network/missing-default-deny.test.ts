import rule from '../../../../rules/catalog/network/missing-default-deny.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check(
    'a policy for some pods is no default',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      #       ^^^^ missing-default-deny 💡 "all traffic"
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
        policyTypes: [Ingress, Egress]
    `,
  );

  check(
    'one direction alone',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      #       ^^^^ missing-default-deny 💡 "all outgoing traffic"
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
    `,
  );

  check(
    'in another namespace',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      #       ^^^^ missing-default-deny 💡
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: other
      spec:
        podSelector: {}
        policyTypes: [Ingress, Egress]
    `,
  );

  check(
    'undone by what it allows',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      #       ^^^^ missing-default-deny 💡 "all incoming traffic"
      ---
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
    `,
  );

  clean(
    'Ingress is implied where no types are written (kubeaudit does not know)',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: policy
        namespace: shop
      spec:
        podSelector: {}
        egress:
          - to:
              - podSelector: {}
    `,
  );

  clean(
    'two policies for the two directions',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: in
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Ingress]
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: out
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Egress]
    `,
  );

  clean(
    'a policy of the whole cluster',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: policy.networking.k8s.io/v1alpha1
      kind: BaselineAdminNetworkPolicy
      metadata:
        name: default
      spec:
        subject:
          namespaces: {}
        ingress:
          - action: Deny
            from:
              - namespaces: {}
        egress:
          - action: Deny
            to:
              - namespaces: {}
    `,
  );

  clean(
    "Kubernetes' own namespaces",
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: kube-system
    `,
  );

  fix(
    'denies both directions but DNS',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
    `,
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: default-deny
        namespace: shop
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
  );

  fix(
    'denies the one that is open',
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
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
    yaml`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: default-deny-ingress
        namespace: shop
      spec:
        podSelector: {}
        policyTypes:
          - Ingress
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

  refuses(
    'JSON, which holds one object',
    yaml`
      { "apiVersion": "v1", "kind": "Namespace", "metadata": { "name": "shop" } }
    `,
    /one object/,
  );
});
