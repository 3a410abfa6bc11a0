import rule from '../../../../rules/catalog/network/missing-default-deny.ts';
import { files, objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('a policy for some pods is no default')(objects`
    Namespace shop
    #         ^^^^ missing-default-deny 💡 "all traffic"
    NetworkPolicy shop/policy app=web
      policyTypes: [Ingress, Egress]
  `);

  check('one direction alone')(objects`
    Namespace shop
    #         ^^^^ missing-default-deny 💡 "all outgoing traffic"
    NetworkPolicy shop/policy
      podSelector: {}
  `);

  check('in another namespace')(objects`
    Namespace shop
    #         ^^^^ missing-default-deny 💡
    NetworkPolicy other/policy
      podSelector: {}
      policyTypes: [Ingress, Egress]
  `);

  check('undone by what it allows')(objects`
    Namespace shop
    #         ^^^^ missing-default-deny 💡 "all incoming traffic"
    NetworkPolicy shop/policy
      podSelector: {}
      policyTypes: [Ingress, Egress]
      ingress:
        - {}
  `);

  clean('Ingress is implied where no types are written (kubeaudit does not know)')(objects`
    Namespace shop
    NetworkPolicy shop/policy
      podSelector: {}
      egress:
        - to:
            - podSelector: {}
  `);

  clean('two policies for the two directions')(objects`
    Namespace shop
    NetworkPolicy shop/in
      podSelector: {}
      policyTypes: [Ingress]
    NetworkPolicy shop/out
      podSelector: {}
      policyTypes: [Egress]
  `);

  clean('a policy of the whole cluster')(objects`
    Namespace shop
    BaselineAdminNetworkPolicy.policy.networking.k8s.io/v1alpha1 default
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
  `);

  clean("Kubernetes' own namespaces")(objects`Namespace kube-system`);

  fix('denies both directions but DNS')(objects`
      Namespace shop
    + NetworkPolicy shop/default-deny
    +   podSelector: {}
    +   policyTypes:
    +     - Ingress
    +     - Egress
    +   egress:
    +     - to:
    +         - namespaceSelector:
    +             matchLabels:
    +               kubernetes.io/metadata.name: kube-system
    +           podSelector:
    +             matchLabels:
    +               k8s-app: kube-dns
    +         - ipBlock:
    +             cidr: 169.254.20.10/32
    +       ports:
    +         - protocol: UDP
    +           port: 53
    +         - protocol: TCP
    +           port: 53
  `);

  fix('denies the one that is open')(objects`
      Namespace shop
    + NetworkPolicy shop/default-deny-ingress
    +   podSelector: {}
    +   policyTypes:
    +     - Ingress
      NetworkPolicy shop/policy
        podSelector: {}
        policyTypes: [Egress]
  `);

  fix('beside JSON, which holds one object, goes into a file of its own', { title: /^Add / })(
    files`
      === shop.json
      { "apiVersion": "v1", "kind": "Namespace", "metadata": { "name": "shop" } }
    `,
    files`
      === shop.json
      { "apiVersion": "v1", "kind": "Namespace", "metadata": { "name": "shop" } }
      === shop-network-policy.yaml
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
});
