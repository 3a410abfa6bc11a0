import rule from '../../../../rules/catalog/secrets/credential-kept-in-manifest.ts';
import { container, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('placeholders, and a key that was blanked out')(container`
    env:
      - name: DB_PASSWORD
        value: changeme
    #          ^^^^^^^^ credential-kept-in-manifest 💡
      - name: signing
        value: "---BEGIN OPENSSH PRIVATE KEY---xxxxx---END OPENSSH PRIVATE KEY---"
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ credential-kept-in-manifest 💡
  `);

  clean('what another rule finds, references, files, empty values')(container`
    env:
      - name: DB_PASSWORD
        value: f7Kq29xLw0
      - name: TOKEN
        value: $(OTHER)
      - name: PASSWORD_FILE
        value: /run/secrets/db
      - name: PASSWORD
        value: ""
      - name: MODE
        value: xxxxx
  `);
});
