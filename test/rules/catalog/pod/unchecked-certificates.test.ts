import rule from '../../../../rules/catalog/pod/unchecked-certificates.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('variables and arguments')(pod`
    containers:
      - name: web
        image: registry.example.com/web:1.4.2
        env:
          - name: GIT_SSL_NO_VERIFY
            value: "0"
    #              ^^^ unchecked-certificates
        args: [--insecure-skip-tls-verify=true]
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unchecked-certificates
  `);

  clean('other values')(pod`
    containers:
      - name: web
        image: registry.example.com/web:1.4.2
        env:
          - name: VAULT_SKIP_VERIFY
            value: "false"
        args: [--kubelet-insecure-tls=false]
  `);
});
