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

  check('a scraper that sends its token to whoever answers, and none that sends nothing')(yaml`
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: settings
    data:
      prometheus.yml: |
    # ^^^^^^^^^^^^^^ unchecked-certificates-in-configmap
        scrape_configs:
          - job_name: nodes
            bearer_token_file: /var/run/secrets/token
            tls_config:
              insecure_skip_verify: true
      other.yml: |
        global: {}
        scrape_configs:
          - job_name: web
            tls_config:
              insecure_skip_verify: true
      agent.yml: |
    # ^^^^^^^^^ unchecked-certificates-in-configmap
        server:
          insecure_skip_verify: true
  `);
});
