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
});
