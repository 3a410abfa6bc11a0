import rule from '../../../../rules/catalog/pod/unchecked-certificates-in-configmap.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('values and files')(yaml`
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: settings
    data:
      DB_SSL_REJECT_UNAUTHORIZED: "false"
    #                             ^^^^^^^ unchecked-certificates-in-configmap
      runner.toml: |
    # ^^^^^^^^^^^ unchecked-certificates-in-configmap "Certificates are not checked: runner.toml of ConfigMap settings."
        [tls]
        insecure_skip_verify = true
  `);

  clean('switched on, or in a comment')(yaml`
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: settings
    data:
      DB_SSL_REJECT_UNAUTHORIZED: "true"
      runner.toml: |
        # insecure_skip_verify = true
        insecure_skip_verify = false
  `);
});
