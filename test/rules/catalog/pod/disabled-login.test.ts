import rule from '../../../../rules/catalog/pod/disabled-login.ts';
import { objects, pod, testRule } from '../../../harness/index.ts';

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

  check('databases that ask for no password unless they are told to')(objects`
    Deployment shop/cache app=cache
      containers:
        - name: redis
    #           ^^^^^ disabled-login "Redis asks for no password, which nothing here sets"
          image: redis:8.4-alpine
          args: [--save, ""]
          ports: [{containerPort: 6379}]
    StatefulSet shop/db app=db
      containers:
        - name: mongo
    #           ^^^^^ disabled-login "MongoDB asks for no password"
          image: docker.io/library/mongo:8.0
          command: [mongod, --replSet, rs0]
  `);

  clean('databases that may be told to, or are for their pod alone, and their tools')(objects`
    Deployment shop/a app=a
      containers:
        - {name: a, image: "redis:8.4", args: [--requirepass, $(PASSWORD)]}
    Deployment shop/b app=b
      containers:
        - {name: a, image: "redis:8.4", args: [/etc/redis.conf]}
    Deployment shop/c app=c
      containers:
        - name: a
          image: mongo:8.0
          env: [{name: MONGO_INITDB_ROOT_USERNAME, value: shop}]
    Deployment shop/d app=d
      containers:
        - {name: a, image: "redis:8.4", envFrom: [{secretRef: {name: a}}]}
    Deployment shop/e app=e
      containers:
        - {name: a, image: "redis:8.4"}
        - {name: web, image: "registry.example.com/web:1"}
    Deployment shop/f app=f
      containers:
        - {name: a, image: "redis:8.4", command: [redis-cli, ping]}
    Deployment shop/g app=g
      containers:
        - {name: a, image: "bitnami/redis:8.4"}
    Deployment shop/h app=h
      containers:
        - name: a
          image: redis:8.4
          args:
            {{- toYaml .Values.args | nindent 12 }}
  `);
});
