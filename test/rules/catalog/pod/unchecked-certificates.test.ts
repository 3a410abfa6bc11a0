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

  check('keys of SSH servers')(pod`
    containers:
      - name: sync
        image: registry.example.com/sync:1.4.2
        env:
          - name: GIT_SSH_COMMAND
            value: ssh -o StrictHostKeyChecking=no
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unchecked-certificates "Has SSH take whatever key a server shows"
        command: [rsync, -e, ssh -o StrictHostKeyChecking=no, a, b]
    #                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unchecked-certificates
  `);

  clean('keys of SSH servers that are checked')(pod`
    containers:
      - name: sync
        image: registry.example.com/sync:1.4.2
        env:
          - name: GIT_SSH_COMMAND
            value: ssh -o StrictHostKeyChecking=accept-new
  `);
});
