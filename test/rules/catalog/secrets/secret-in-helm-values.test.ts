import rule from '../../../../rules/catalog/secrets/secret-in-helm-values.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a password by its name, a token by its shape, however deep')(objects`
    HelmRelease.helm.toolkit.fluxcd.io/v2 shop/store
      values:
        auth:
          rootPassword: correct-horse
    #                   ^^^^^^^^^^^^^ secret-in-helm-values "Has a password in the value rootPassword: HelmRelease store"
        env:
          - name: DATABASE
            value: postgres://shop:correct-horse@db:5432/shop
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secret-in-helm-values "a password in an address"
        api:
          clientSecret: hT7kQ29xLw0fVb3Zp8Rn
    #                   ^^^^^^^^^^^^^^^^^^^^ secret-in-helm-values
  `);

  check('of Argo CD')(objects`
    Application.argoproj.io/v1alpha1 argocd/database
      sources:
        - chart: postgresql
          helm:
            valuesObject:
              password: correct-horse
    #                   ^^^^^^^^^^^^^ secret-in-helm-values
  `);

  check('values that are a text')(objects`
    Application.argoproj.io/v1alpha1 argocd/database
      source:
        chart: postgresql
        helm:
          values: |
            auth:
              password: correct-horse
    #                   ^^^^^^^^^^^^^ secret-in-helm-values "Has a password in the value password: Application database"
              existingSecret: database
    ApplicationSet.argoproj.io/v1alpha1 argocd/databases
      template:
        spec:
          source:
            helm:
              valuesObject:
                rootPassword: correct-horse
    #                         ^^^^^^^^^^^^^ secret-in-helm-values
    HelmChart.helm.cattle.io/v1 kube-system/database
      chart: postgresql
      set:
        auth.password: correct-horse
    #                  ^^^^^^^^^^^^^ secret-in-helm-values
      valuesContent: |-
        auth: {rootPassword: correct-horse}
    #                        ^^^^^^^^^^^^^ secret-in-helm-values
  `);

  clean('names of objects and keys, references and placeholders')(objects`
    HelmRelease.helm.toolkit.fluxcd.io/v2 shop/store
      values:
        existingSecret: store-credentials
        oauth: {existingSecret: oauth2-proxy-dex, clientSecretName: oauth2-proxy-dex, tokenSecret: oauth2-proxy-v2.dex}
        existingSecretPasswordKey: Password16
        passwordKey: admin-password
        rootPasswordKey: ED25519_ROOT_PASSWORD
        githubConfigSecret: runner-secret
        adminPassword: \${ADMIN_PASSWORD}
        userPassword: changeme
        passwordPolicy: strict
        env:
          SIGNING_KEY:
            valueFrom:
              secretKeyRef:
                name: store
                key: ED25519_PRIVATE_KEY_HEX
  `);

  clean('other kinds')(objects`
    Release.example.com/v1 shop/store
      values:
        password: correct-horse
  `);
});
