import rule from '../../../../rules/catalog/pod/unchecked-certificates-in-helm-values.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('variables, arguments of lists and maps, files')(objects`
    HelmRelease.helm.toolkit.fluxcd.io/v2 kube-system/metrics-server
      values:
        defaultArgs: [--cert-dir=/tmp]
        extraArgs:
          kubelet-insecure-tls: true
    #                           ^^^^ unchecked-certificates-in-helm-values "--kubelet-insecure-tls of HelmRelease metrics-server"
    HelmRelease.helm.toolkit.fluxcd.io/v2 shop/web
      values:
        web:
          environment:
            NODE_TLS_REJECT_UNAUTHORIZED: "0"
    #                                     ^^^ unchecked-certificates-in-helm-values "Has Node.js check no certificates"
    HelmRelease.helm.toolkit.fluxcd.io/v2 shop/scraper
      values:
        config:
          agent.yaml: |
    #     ^^^^^^^^^^ unchecked-certificates-in-helm-values
            tls_config:
              insecure_skip_verify: true
  `);

  clean('checks')(objects`
    HelmRelease.helm.toolkit.fluxcd.io/v2 shop/web
      values:
        env: {NODE_TLS_REJECT_UNAUTHORIZED: "1"}
        notes: [--kubelet-insecure-tls]
  `);
});
