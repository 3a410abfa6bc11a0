import rule from '../../../../rules/catalog/network/unisolated-egress.ts';
import { files, objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('no policy at all, a Job included')(objects`
    Deployment shop/web app=web
    #               ^^^ unisolated-egress 💡
    CronJob shop/report
    #            ^^^^^^ unisolated-egress 💡
      schedule: "@daily"
      jobTemplate:
        spec:
          template:
            spec:
              containers:
                - name: report
                  image: busybox:1.37
  `);

  check('a policy for the other direction does not help (kube-linter and checkov do not tell them apart)')(objects`
    Deployment shop/web app=web
    #               ^^^ unisolated-egress 💡
    NetworkPolicy shop/policy
      podSelector: {}
      policyTypes: [Ingress]
  `);

  check('in another namespace (checkov CKV2_K8S_6 does not look)')(objects`
    Deployment shop/web app=web
    #               ^^^ unisolated-egress 💡
    NetworkPolicy other/policy
      podSelector: {}
      policyTypes: [Egress]
  `);

  check('for other pods, by expressions (checkov and Kubescape read labels alone)')(objects`
    Deployment shop/web app=web
    #               ^^^ unisolated-egress 💡
    NetworkPolicy shop/policy
      podSelector:
        matchExpressions:
          - key: app
            operator: NotIn
            values: [web]
      policyTypes: [Egress]
  `);

  clean('an empty selector selects all pods (polaris missingNetworkPolicy wants labels)')(objects`
    Deployment shop/web app=web
    NetworkPolicy shop/policy
      podSelector: {}
      policyTypes: [Egress]
  `);

  clean('expressions are evaluated (Kubescape C-0260 never matches them)')(objects`
    Deployment shop/web app=web
    NetworkPolicy shop/policy
      podSelector:
        matchExpressions:
          - key: app
            operator: In
            values: [web, cart]
      policyTypes: [Egress]
  `);

  clean('without types the sections tell')(objects`
    Deployment shop/web app=web
    NetworkPolicy shop/policy app=web
      egress:
        - to:
            - podSelector: {}
  `);

  clean('a namespace that nothing tells may be the same')(objects`
    Deployment web app=web
    NetworkPolicy shop/policy
      podSelector: {}
      policyTypes: [Egress]
  `);

  clean('labels that are not known yet')(objects`
    Deployment shop/web
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
    NetworkPolicy shop/policy app=web
      policyTypes: [Egress]
  `);

  clean("pods on the node's network, where policies do not reach")(objects`
    Deployment shop/web app=web
      hostNetwork: true
  `);

  clean('policies of Cilium, Calico and the cluster count')(objects`
    Deployment shop/web app=web
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
  `);

  fix('adds a policy for the workload')(objects`
      Deployment shop/web app=web
    + NetworkPolicy shop/web-egress
    +   podSelector:
    +     matchLabels:
    +       app: web
    +   policyTypes:
    +     - Egress
    +   egress:
    +     - to:
    +         - podSelector: {}
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

  fix('or denies by default', { title: /by default/ })(objects`
      Deployment web app=web
    + NetworkPolicy default-deny
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

  fix('beside JSON, which holds one object, goes into a file of its own', { title: /^Add / })(
    files`
      === web.json
      { "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "web" }, "spec": { "containers": [{ "name": "web", "image": "nginx:1.29" }] } }
    `,
    files`
      === web.json
      { "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "web" }, "spec": { "containers": [{ "name": "web", "image": "nginx:1.29" }] } }
      === network-policy.yaml
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
  );
});
