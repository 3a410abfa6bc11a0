import rule from '../../../../rules/catalog/secrets/credential-kept-in-configmap.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('placeholders and values too short to be taken for a credential')(objects`
    ConfigMap web
      data:
        pwd: hi
      # ^^^ credential-kept-in-configmap
        db_password: changeme
      # ^^^^^^^^^^^ credential-kept-in-configmap
        OCI_CLI_KEY_CONTENT: xxxxx
      # ^^^^^^^^^^^^^^^^^^^ credential-kept-in-configmap
  `);

  clean('credentials that another rule finds, files, references, switches, nothing')(objects`
    ConfigMap web
      data:
        db_password: f7Kq29xLw0
        password_file: /run/secrets/db
        token: \${TOKEN}
        password_enabled: "true"
        secret: ""
        color: xxxxx
  `);

  clean('encrypted before it is committed')(objects`
    ConfigMap web
      data:
        password: xxxxx
      sops:
        version: 3.9.0
  `);
});
