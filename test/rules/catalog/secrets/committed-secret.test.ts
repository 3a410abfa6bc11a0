import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/secrets/committed-secret.ts';
import { objects, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean }) => {
  check('in clear and in base64, once for each object')(objects`
    Secret database
      stringData:
        username: shop
        password: correct-horse
      #           ^^^^^^^^^^^^^ committed-secret
        token: battery-staple
    Secret database
      data:
        username: c2hvcA==
        password: Y29ycmVjdC1ob3JzZQ==
      #           ^^^^^^^^^^^^^^^^^^^^ committed-secret "Shows password to everybody who reads the file: Secret database"
  `);

  check('a password in an address, a file')(objects`
    Secret database
      stringData:
        url: postgres://shop:correct-horse@db/shop
      #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ committed-secret
    Secret database
      stringData:
        app.properties: |
      # ^^^^^^^^^^^^^^ committed-secret
          db.password=correct-horse
  `);

  clean('nothing in it, or something to be filled in')(objects`
    Secret database
      type: kubernetes.io/service-account-token
    Secret database
      stringData:
        password: ""
        token: <your token>
        key: $(KEY)
        other: changeme
    Secret database
      data:
        password: Y2hhbmdlbWU=
  `);

  check('beside settings: a password in a connection, the login of a registry, a token in JSON')(objects`
    Secret database
      stringData:
        connection: Server=db;User Id=shop;Password=correct-horse
      #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ committed-secret
    Secret registry
      stringData:
        .dockerconfigjson: '{"auths":{"registry.example.com":{"auth":"c2hvcDpjb3JyZWN0"}}}'
      #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ committed-secret
    Secret cluster
      stringData:
        config: '{"bearerToken": "f7Kq29xLw0", "tlsClientConfig": {"insecure": false}}'
      #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ committed-secret
    Secret accounts
      stringData:
        users: |
      # ^^^^^ committed-secret
          shop:correct-horse
          bank:battery-staple
  `);

  clean('settings, an address, the name of what a tool fills in')(objects`
    Secret settings
      stringData:
        settings.json: '{"level": "info", "upstream": "http://stock.shop.svc:8080", "pageSize": 50}'
        settings.yaml: |
          # how it runs
          log:
            level: info
          regions:
            - north
        settings.ini: |
          [log]
          level=info
        ADDRESS: stock.shop.svc:8080
        LOG_LEVEL: debug
        cache: redis.shop.svc.cluster.local
        home: /var/lib/shop
    Secret charts
      labels:
        argocd.argoproj.io/secret-type: repository
      stringData:
        type: helm
        project: shop
        url: charts.shop.internal/team
        githubAppID: "1234567"
        enableOCI: "true"
    Secret later
      stringData:
        password: base64 encoded data
        token: eyJhbGciOi...
        key: Your key goes here
  `);

  clean('files of servers and programs without a secret')(objects`
    Secret web
      stringData:
        nginx.conf: |
          # password "correct-horse";
          server {
            listen 80;
            auth_basic_user_file /etc/nginx/users;
            proxy_set_header Authorization $http_authorization;
            location / { proxy_pass http://web:8080; }
          }
        config.js: |
          module.exports = {
            port: 3000,
            password: process.env.PASSWORD,
            token: readToken("shop"),
          };
        start.sh: |
          set -e
          export TOKEN=$(cat /run/token)
          exec server --password "$PASSWORD"
        schema.sql: |
          CREATE TABLE users (name text, password text);
  `);

  check('secrets in such files')(objects`
    Secret cache
      stringData:
        redis.conf: |
      # ^^^^^^^^^^ committed-secret
          port 6379
          requirepass correct-horse
    Secret web
      stringData:
        nginx.conf: |
      # ^^^^^^^^^^ committed-secret
          location / {
            proxy_set_header Authorization "Basic c2hvcDpjb3JyZWN0";
          }
    Secret shop
      stringData:
        settings.py: |
      # ^^^^^^^^^^^ committed-secret
          DATABASES = {
            'default': {'USER': 'shop', 'PASSWORD': 'correct-horse'},
          }
    Secret users
      stringData:
        users.conf: |
      # ^^^^^^^^^^ committed-secret
          shop:correct-horse
          bank:battery-staple
    Secret database
      stringData:
        init.sql: |
      # ^^^^^^^^ committed-secret
          CREATE USER shop;
          ALTER USER shop WITH PASSWORD 'correct-horse';
  `);

  clean('encrypted by SOPS')(objects`
    Secret database
      stringData:
        password: ENC[AES256_GCM,data:Tr7o,iv:1,tag:k,type:str]
      sops:
        mac: none
  `);

  clean('what goes along with a secret and is none')(objects`
    Secret database
      stringData:
        username: shop
        host: db.shop.svc
        port: "5432"
        url: https://login.example.com/oauth
        tls: "true"
        ca.crt: |
          -----BEGIN CERTIFICATE-----
          MIIB
          -----END CERTIFICATE-----
  `);

  clean('sealed, or kept elsewhere')(objects`
    SealedSecret.bitnami.com/v1alpha1 database
      encryptedData:
        password: AgBy8hCi
  `);

  clean('filled in by a template')(objects`
    Secret database
      data:
        password: {{ .Values.password | b64enc }}
  `);

  check('data that should be base64, but was written as it is')(objects`
    Secret database
      data:
        password: correct-horse
      #           ^^^^^^^^^^^^^ committed-secret
  `);

  clean(
    'mail addresses, keys of hosts, tables without rows, settings of one line, the name of what belongs there',
  )(objects`
    Secret web
      stringData:
        SMTP_FROM: alerts@shop.example
        EMAIL_ONCALL: one@shop.example, two@shop.example
        known_hosts: |
          git.shop.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl
          git.shop.example ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHA=
        clients.csv: client_id;resource_ids;client_secret;scope
        nifi.properties: nifi.web.proxy.context.path=/nifi
        awsAccessKey: access_key
  `);

  check('a table with a row, a setting of one line that is secret')(objects`
    Secret clients
      stringData:
        clients.csv: |
      # ^^^^^^^^^^^ committed-secret
          client_id;client_secret
          web;f7Kq29xLw0d81
    Secret settings
      stringData:
        shop.properties: db.password=f7Kq29xLw0d81
      #                  ^^^^^^^^^^^^^^^^^^^^^^^^^ committed-secret
  `);
});

it('in samples is told where it is more than a word that somebody thought up', () => {
  const told = (path: string, password: string): boolean =>
    found(
      path,
      `apiVersion: v1\nkind: Secret\nmetadata: { name: web }\nstringData: { password: ${password} }\n`,
    ).includes('committed-secret');
  assert.equal(told('examples/secret.yaml', 'rootpass'), false);
  assert.equal(told('examples/secret.yaml', 'hD8fk2Lq9sPz7Tn3Vx5B'), true);
  assert.equal(told('deploy/secret.yaml', 'rootpass'), true);
});

it('names of files, times that something is kept and what users provide are no secrets', () => {
  const of = (key: string, value: string): readonly string[] =>
    found('secret.yaml', `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData:\n  ${key}: ${value}\n`).filter(
      (id) => id === rule.id,
    );
  for (const [key, value] of [
    ['tokenRetention', '30 days of it'],
    ['SECRET_FNAME', 'k7Gq-hidden'],
    ['PASSWORD_ROTATION', 'P30DT12H'],
    ['API_KEY', 'user_provided'],
  ] as const)
    assert.deepEqual(of(key, value), [], key);
  assert.deepEqual(of('API_KEY', 'k7Gq29xLw0'), [rule.id]);
});

it('a password that developers thought up for their own environment weighs one step less', () => {
  const of = (path: string, value: string): string | undefined => {
    const text = `=== ${path}\napiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {mysql-password: ${value}}\n`;
    return new Scope([rule], { language: 'files', text }).findings[0]?.severity;
  };
  assert.equal(of('/r/overlays/dev/secret.yaml', 'testmysqlpsw'), 'medium');
  assert.equal(of('/r/overlays/prod/secret.yaml', 'testmysqlpsw'), 'high');
  assert.equal(of('/r/dev/secret.yaml', 'testmysqlpsw'), 'high');
  assert.equal(of('/r/overlays/dev/secret.yaml', 'k7Gq29xLw0Zp4Ty8Rb'), 'high', 'random');
});
