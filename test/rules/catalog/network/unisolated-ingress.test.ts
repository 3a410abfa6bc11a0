import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import rule from '../../../../rules/catalog/network/unisolated-ingress.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';
import { files, objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('no policy at all, a Job included')(objects`
    Deployment shop/web app=web
    #               ^^^ unisolated-ingress 💡
    CronJob shop/report
    #            ^^^^^^ unisolated-ingress 💡
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
    #               ^^^ unisolated-ingress 💡
    NetworkPolicy shop/policy
      podSelector: {}
      policyTypes: [Egress]
  `);

  check('in another namespace (checkov CKV2_K8S_6 does not look)')(objects`
    Deployment shop/web app=web
    #               ^^^ unisolated-ingress 💡
    NetworkPolicy other/policy
      podSelector: {}
      policyTypes: [Ingress]
  `);

  check('for other pods, by expressions (checkov and Kubescape read labels alone)')(objects`
    Deployment shop/web app=web
    #               ^^^ unisolated-ingress 💡
    NetworkPolicy shop/policy
      podSelector:
        matchExpressions:
          - key: app
            operator: NotIn
            values: [web]
      policyTypes: [Ingress]
  `);

  clean('an empty selector selects all pods (polaris missingNetworkPolicy wants labels)')(objects`
    Deployment shop/web app=web
    NetworkPolicy shop/policy
      podSelector: {}
      policyTypes: [Ingress]
  `);

  clean('expressions are evaluated (Kubescape C-0260 never matches them)')(objects`
    Deployment shop/web app=web
    NetworkPolicy shop/policy
      podSelector:
        matchExpressions:
          - key: app
            operator: In
            values: [web, cart]
      policyTypes: [Ingress]
  `);

  clean('without types the sections tell')(objects`
    Deployment shop/web app=web
    NetworkPolicy shop/policy app=web
  `);

  clean('a namespace that nothing tells may be the same')(objects`
    Deployment web app=web
    NetworkPolicy shop/policy
      podSelector: {}
      policyTypes: [Ingress]
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
      policyTypes: [Ingress]
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
        ingress:
          - fromEndpoints:
              - {}
  `);

  fix('adds a policy for the workload')(objects`
      Deployment shop/web app=web
    + NetworkPolicy shop/web-ingress
    +   podSelector:
    +     matchLabels:
    +       app: web
    +   policyTypes:
    +     - Ingress
    +   ingress:
    +     - from:
    +         - podSelector: {}
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

describe('in the profile recommended', () => {
  const found = (text: string): readonly string[] => {
    const workspace = new Workspace([rule]);
    workspace.complete = true;
    workspace.update({ path: '/shop.yaml', text }, defaultSettings);
    workspace.refresh();
    return workspace.findings('/shop.yaml').map(({ message }) => message);
  };

  it('tells a namespace once, on the first workload that somebody may reach', () => {
    const { text } = objects`
      CronJob shop/report
        schedule: "@daily"
        jobTemplate:
          spec:
            template:
              spec:
                containers:
                  - name: report
                    image: busybox:1.37
      Deployment shop/worker app=worker
      Deployment shop/web app=web
      Deployment shop/cart app=cart
      Deployment bank/till app=till
      Service shop/web app=web
      Service shop/cart app=cart
      Service bank/till app=till
    `;
    // The worker declares no port, and no Service leads to it.
    assert.deepEqual(found(text), [
      'No NetworkPolicy limits who reaches the pods of Deployment web and 1 more in its namespace.',
      'No NetworkPolicy limits who reaches the pods of Deployment till.',
    ]);
  });

  it('leaves it to the Namespace, where that lets everything through', () => {
    const { text } = objects`
      Namespace shop
      Deployment shop/web app=web
    `;
    assert.deepEqual(found(text), []);
  });

  it('tells a job that a Service leads to', () => {
    const { text } = objects`
      Job shop/web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: registry.example.com/web:1.4.2
      Service shop/web
        selector:
          app: web
        ports:
          - port: 80
    `;
    assert.equal(found(text).length, 1);
  });
});
