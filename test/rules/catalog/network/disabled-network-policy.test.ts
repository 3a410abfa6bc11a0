import rule from '../../../../rules/catalog/network/disabled-network-policy.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('of a chart and its parts, of an operator, in a text')(objects`
    HelmRelease.helm.toolkit.fluxcd.io/v2 shop/cache
      values:
        networkPolicy: false
    #                  ^^^^^ disabled-network-policy "Turns off the network policy that comes along: HelmRelease cache"
        redis:
          networkPolicies:
            create: "false"
    #               ^^^^^^^ disabled-network-policy
    Application.argoproj.io/v1alpha1 argocd/cache
      source:
        helm:
          values: |
            network_policy: {enabled: false}
    #                                 ^^^^^ disabled-network-policy
          parameters:
            - name: server.networkPolicy.enabled
              value: "false"
    #                ^^^^^^^ disabled-network-policy
    Cluster.example.com/v1 shop/database
      server:
        networkPolicy:
          enabled: false
    #              ^^^^^ disabled-network-policy
  `);

  clean('on, elsewhere, or of Kubernetes itself')(objects`
    HelmRelease.helm.toolkit.fluxcd.io/v2 shop/cache
      values:
        networkPolicy:
          enabled: true
          allowExternal: false
          ingress: {enabled: false}
        networkPolicyEditor: false
        metrics: {enabled: false}
    Cluster.example.com/v1 shop/database
      networkPolicy: {}
      backup: {enabled: false}
    ConfigMap shop/settings
      data: {networkPolicy: "false"}
  `);
});
