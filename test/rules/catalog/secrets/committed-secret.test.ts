import rule from '../../../../rules/catalog/secrets/committed-secret.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'in clear and in base64, once for each object',
    yaml`
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      stringData:
        username: shop
        password: correct-horse
      #           ^^^^^^^^^^^^^ committed-secret
        token: battery-staple
      ---
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      data:
        username: c2hvcA==
        password: Y29ycmVjdC1ob3JzZQ==
      #           ^^^^^^^^^^^^^^^^^^^^ committed-secret "Shows password to everybody who reads the file, since base64 does not encrypt: Secret database"
    `,
  );

  check(
    'a password in an address, a file',
    yaml`
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      stringData:
        url: postgres://shop:correct-horse@db/shop
      #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ committed-secret
      ---
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      stringData:
        app.properties: |
      # ^^^^^^^^^^^^^^ committed-secret
          db.password=correct-horse
    `,
  );

  clean(
    'nothing in it, or something to be filled in',
    yaml`
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      type: kubernetes.io/service-account-token
      ---
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      stringData:
        password: ""
        token: <your token>
        key: $(KEY)
        other: changeme
      ---
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      data:
        password: Y2hhbmdlbWU=
    `,
  );

  clean(
    'encrypted by SOPS',
    yaml`
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      stringData:
        password: ENC[AES256_GCM,data:Tr7o,iv:1,tag:k,type:str]
      sops:
        mac: none
    `,
  );

  clean(
    'what goes along with a secret and is none',
    yaml`
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      stringData:
        username: shop
        host: db.shop.svc
        port: "5432"
        url: https://login.example.com/oauth
        tls: "true"
        ca.crt: |
          -----BEGIN CERTIFICATE-----
          MIIB
          -----END CERTIFICATE-----
    `,
  );

  clean(
    'sealed, or kept elsewhere',
    yaml`
      apiVersion: bitnami.com/v1alpha1
      kind: SealedSecret
      metadata:
        name: database
      spec:
        encryptedData:
          password: AgBy8hCi
    `,
  );

  clean(
    'filled in by a template',
    yaml`
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      data:
        password: {{ .Values.password | b64enc }}
    `,
  );

  check(
    'data that should be base64, but was written as it is',
    yaml`
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      data:
        password: correct-horse
      #           ^^^^^^^^^^^^^ committed-secret
    `,
  );
});
