import rule from '../../../../rules/catalog/secrets/secret-in-configmap.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by its name, and by its shape')(objects`
    ConfigMap web
      data:
        db_password: f7Kq29xLw0
      # ^^^^^^^^^^^ secret-in-configmap
        note: key AKIAQ7XJ4M2NDPLR5TWK for ci
      # ^^^^ secret-in-configmap
  `);

  check('inside a file')(objects`
    ConfigMap web
      data:
        app.json: |
      # ^^^^^^^^ secret-in-configmap
          {
            "color": "blue",
            "apiToken": "f7Kq29xLw0d81"
          }
  `);

  clean('references, paths, words, what is to be filled in')(objects`
    ConfigMap web
      data:
        db_password: changeme
        token_ttl: 3600s
        password_policy: strict
        key_path: /etc/key
        app.yaml: |
          password: {{ .Values.password }}
          secretName: web
  `);

  clean('the name of a key in a Secret, beside the name of that Secret')(objects`
    ConfigMap web
      data:
        SECRET_NAME: web-db-secret
        CNPG_SECRET_KEY: shared-web
  `);

  check('a random text in its place, and such a name alone')(objects`
    ConfigMap web
      data:
        SECRET_NAME: web-db-secret
        CNPG_SECRET_KEY: hD8fk2Lq9sPz7Tn3Vx5B
      # ^^^^^^^^^^^^^^^ secret-in-configmap
    ConfigMap shop
      data:
        SECRET_KEY: shared-web
      # ^^^^^^^^^^ secret-in-configmap
  `);
});
