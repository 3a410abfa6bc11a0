import rule from '../../../../rules/catalog/pod/disabled-login.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('what deletes data for everybody')(pod`
    containers:
      - name: prometheus
        image: prom/prometheus:v3.7.3
        args:
          - --web.enable-admin-api
    #       ^^^^^^^^^^^^^^^^^^^^^^ disabled-login
  `);

  check('variables, arguments and lines for a shell')(pod`
    containers:
      - name: search
        image: opensearchproject/opensearch:2.19.1
        env:
          - name: DISABLE_SECURITY_PLUGIN
            value: "true"
    #              ^^^^^^ disabled-login "DISABLE_SECURITY_PLUGIN"
      - name: api
        image: registry.example.com/api:1.0.0
        command: [sh, -c, "exec node --inspect=0.0.0.0:9229 server.js"]
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ disabled-login "--inspect"
  `);

  clean('what is said of other programs, by a secret, or of this machine')(pod`
    containers:
      - name: tool
        image: registry.example.com/tool:1.0.0
        args: [--disable-auth, --noauth]
        env:
          - name: POSTGRES_HOST_AUTH_METHOD
            valueFrom:
              secretKeyRef:
                name: db
                key: method
          - name: GF_AUTH_ANONYMOUS_ORG_ROLE
            value: Admin
      - name: api
        image: registry.example.com/api:1.0.0
        command: [node, "--inspect=127.0.0.1:9229", server.js]
  `);
});
