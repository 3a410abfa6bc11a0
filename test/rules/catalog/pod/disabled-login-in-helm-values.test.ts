import rule from '../../../../rules/catalog/pod/disabled-login-in-helm-values.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('variables, arguments and files')(objects`
    HelmRelease.helm.toolkit.fluxcd.io/v2 shop/search
      values:
        extraEnvs:
          - name: DISABLE_SECURITY_PLUGIN
            value: "true"
    #              ^^^^^^ disabled-login-in-helm-values "Has neither logins nor TLS: DISABLE_SECURITY_PLUGIN of HelmRelease search"
    HelmRelease.helm.toolkit.fluxcd.io/v2 shop/database
      values:
        env:
          POSTGRES_HOST_AUTH_METHOD: {value: trust}
    #                                        ^^^^^ disabled-login-in-helm-values
    HelmRelease.helm.toolkit.fluxcd.io/v2 shop/proxy
      values:
        image: {repository: traefik}
        additionalArguments:
          - --api.insecure=true
    #       ^^^^^^^^^^^^^^^^^^^ disabled-login-in-helm-values
    Application.argoproj.io/v1alpha1 argocd/dashboard
      source:
        chart: kubernetes-dashboard
        helm:
          values: |
            extraArgs: [--enable-skip-login]
    #                   ^^^^^^^^^^^^^^^^^^^ disabled-login-in-helm-values
    HelmRelease.helm.toolkit.fluxcd.io/v2 home/broker
      values:
        data:
          mosquitto.conf: |
    #     ^^^^^^^^^^^^^^ disabled-login-in-helm-values
            listener 1883
            allow_anonymous true
  `);

  clean('logins, and other places')(objects`
    HelmRelease.helm.toolkit.fluxcd.io/v2 shop/database
      values:
        env: {POSTGRES_HOST_AUTH_METHOD: scram-sha-256}
        documentation: {POSTGRES_HOST_AUTH_METHOD: trust}
        rules: [--enable-skip-login]
    Release.example.com/v1 shop/database
      values:
        env: {POSTGRES_HOST_AUTH_METHOD: trust}
  `);
});
