import rule from '../../../../rules/catalog/pod/disabled-login-in-configmap.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('values and files')(yaml`
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: settings
    data:
      users.anonymous.enabled: "true"
    #                          ^^^^^^ disabled-login-in-configmap "Lets visitors in: users.anonymous.enabled of ConfigMap settings."
      redis.conf: |
    # ^^^^^^^^^^ disabled-login-in-configmap "Redis lets every host in without a password: redis.conf of ConfigMap settings."
        bind 0.0.0.0
        protected-mode no
      traefik.yml: |
    # ^^^^^^^^^^^ disabled-login-in-configmap
        api:
          dashboard: true
          insecure: true
      pg_hba.conf: |
    # ^^^^^^^^^^^ disabled-login-in-configmap
        local all all trust
        host all all 0.0.0.0/0 trust
  `);

  clean('files that ask for a login, and comments')(yaml`
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: settings
    data:
      redis.conf: |
        protected-mode no
        aclfile /etc/redis/users.acl
      mosquitto.conf: |
        # allow_anonymous true
        allow_anonymous false
      pg_hba.conf: |
        local all all trust
        host all all 127.0.0.1/32 trust
      grafana.ini: |
        [auth.anonymous]
        enabled = false
        [users]
        org_role = Admin
        enabled = true
  `);
});
