import rule from '../../../../rules/catalog/secrets/committed-secret.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in clear and in base64, once for each object')(objects`
    Secret database
      stringData:
        username: shop
        password: correct-horse
      #           ^^^^^^^^^^^^^ committed-secret
        token: battery-staple
    Secret database
      data:
        username: c2hvcA==
        password: Y29ycmVjdC1ob3JzZQ==
      #           ^^^^^^^^^^^^^^^^^^^^ committed-secret "Shows password to everybody who reads the file, since base64 does not encrypt: Secret database"
  `);

  check('a password in an address, a file')(objects`
    Secret database
      stringData:
        url: postgres://shop:correct-horse@db/shop
      #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ committed-secret
    Secret database
      stringData:
        app.properties: |
      # ^^^^^^^^^^^^^^ committed-secret
          db.password=correct-horse
  `);

  clean('nothing in it, or something to be filled in')(objects`
    Secret database
      type: kubernetes.io/service-account-token
    Secret database
      stringData:
        password: ""
        token: <your token>
        key: $(KEY)
        other: changeme
    Secret database
      data:
        password: Y2hhbmdlbWU=
  `);

  clean('encrypted by SOPS')(objects`
    Secret database
      stringData:
        password: ENC[AES256_GCM,data:Tr7o,iv:1,tag:k,type:str]
      sops:
        mac: none
  `);

  clean('what goes along with a secret and is none')(objects`
    Secret database
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
  `);

  clean('sealed, or kept elsewhere')(objects`
    SealedSecret.bitnami.com/v1alpha1 database
      encryptedData:
        password: AgBy8hCi
  `);

  clean('filled in by a template')(objects`
    Secret database
      data:
        password: {{ .Values.password | b64enc }}
  `);

  check('data that should be base64, but was written as it is')(objects`
    Secret database
      data:
        password: correct-horse
      #           ^^^^^^^^^^^^^ committed-secret
  `);
});
