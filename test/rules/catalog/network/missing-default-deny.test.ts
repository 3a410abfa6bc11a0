import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/network/missing-default-deny.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';
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

  it('assumes the same where the policy goes into a file of its own', () => {
    const workspace = new Workspace([rule]);
    const written = 'Namespace shop\nKafka.kafka.strimzi.io/v1beta2 shop/log\n  kafka: {}\n';
    const text = objects(Object.assign([written], { raw: [written] })).text;
    workspace.update({ path: 'shop.yaml', text }, { ...defaultSettings, profile: 'all' }, { retain: true });
    workspace.complete = true;
    workspace.refresh();
    const fixes = workspace.findings('shop.yaml').flatMap((finding) => workspace.fixes(finding));
    const own = fixes.find((fix) => 'creates' in fix && fix.creates !== undefined);
    assert.ok(own !== undefined && 'title' in own && own.assumes, JSON.stringify(fixes));
    assert.match(own.title, /^Add shop-network-policy\.yaml: .*\(if the workloads of shop call nothing else/);
  });

  /** What a fix of the first finding of a file says in its title. */
  const titleOf = (text: string): string => {
    const workspace = new Workspace([rule]);
    workspace.update({ path: 'shop.yaml', text }, { ...defaultSettings, profile: 'all' }, { retain: true });
    workspace.complete = true;
    workspace.refresh();
    const [finding] = workspace.findings('shop.yaml');
    const [fix] = finding === undefined ? [] : workspace.fixes(finding);
    return fix !== undefined && 'title' in fix ? `${fix.title} ${fix.assumes}` : '';
  };
  const quiet = 'Namespace shop\nDeployment shop/worker app=worker\n';
  const rest = 'the workloads of shop call nothing else, and nobody calls the workloads of shop';
  for (const [name, text, assumed] of [
    [
      'a release puts a chart into it',
      `${quiet}HelmRelease.helm.toolkit.fluxcd.io/v2 shop/cache\n  interval: 1h\n`,
      rest,
    ],
    [
      'a release of another namespace puts a chart into it',
      `${quiet}HelmRelease.helm.toolkit.fluxcd.io/v2 flux/cache\n  targetNamespace: shop\n`,
      rest,
    ],
    [
      'an application puts objects into it',
      `${quiet}Application.argoproj.io/v1alpha1 argocd/cache\n  destination:\n    namespace: shop\n`,
      rest,
    ],
    [
      'Flux puts objects where they say',
      `${quiet}Kustomization.kustomize.toolkit.fluxcd.io/v1 flux/all\n  prune: true\n`,
      rest,
    ],
    ['a Prometheus is made in it', `${quiet}Prometheus.monitoring.coreos.com/v1 shop/all\n  replicas: 1\n`, rest],
    ["an operator's object is in it", `${quiet}Kafka.kafka.strimzi.io/v1beta2 shop/log\n  kafka: {}\n`, rest],
  ] as const)
    it(`assumes that nothing is cut off, where ${name}`, () => {
      const title = titleOf(objects(Object.assign([text], { raw: [text] })).text);
      assert.ok(title.includes(`if ${assumed}`) && title.endsWith(' true'), title);
    });
  for (const [name, text] of [
    ['all that runs in it is known', quiet],
    ['nothing runs in it', 'Namespace shop\n'],
    [
      'objects of others make no pods',
      `${quiet}ServiceMonitor.monitoring.coreos.com/v1 shop/worker\n  selector: {}\nCertificate.cert-manager.io/v1 shop/worker\n  secretName: worker\nHTTPRoute.gateway.networking.k8s.io/v1 shop/worker\n  rules: []\nVirtualService.networking.istio.io/v1 shop/worker\n  hosts: [worker]\n`,
    ],
    [
      'a Service leads to a pod, which its rule is named for',
      `${quiet}Service shop/worker app=worker\n  ports:\n    - port: 80\n`,
    ],
    [
      'another namespace gets the release',
      `${quiet}HelmRelease.helm.toolkit.fluxcd.io/v2 shop/cache\n  targetNamespace: other\n`,
    ],
  ] as const)
    it(`assumes nothing, where ${name}`, () => {
      const title = titleOf(objects(Object.assign([text], { raw: [text] })).text);
      assert.ok(title.startsWith('Deny all traffic') && title.endsWith(' false'), title);
    });

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
