import rule from '../../../../rules/catalog/security-context/running-as-root.ts';
import { files, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('neither level says anything; a user alone is no promise')(pod`
    containers:
      - name: web
    #         ^^^ running-as-root 💡 "May run as root: runAsNonRoot of container web is not set"
        image: nginx:1.29
      - name: log
    #         ^^^ running-as-root 💡 "Runs as user 1000, but nothing enforces it: runAsNonRoot of container log is not set"
        image: fluent-bit:4.1
        securityContext:
          runAsUser: 1000
  `);

  check('a bad pod whose containers are all good is refused all the same')(pod`
    securityContext:
      runAsNonRoot: false
    #               ^^^^^ running-as-root 💡 "May run as root: runAsNonRoot of the pod is false"
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          runAsNonRoot: true
      - name: log
        image: fluent-bit:4.1
        securityContext:
          runAsNonRoot: true
  `);

  clean('the pod speaks for its containers (Monokle PSS203 does not see it)')(pod`
    securityContext:
      runAsNonRoot: true
    initContainers:
      - name: init
        image: busybox:1.37
  `);

  fix('a number the kubelet can verify')(pod`
      containers:
        - name: web
          image: registry.example.com/web:1
    +     securityContext:
    +       runAsNonRoot: true
    +       runAsUser: 10001
  `);

  fix('the number that is in force is kept')(pod`
      securityContext:
        runAsUser: 1000
      containers:
        - name: web
          image: registry.example.com/web:1
    +     securityContext:
    +       runAsNonRoot: true
  `);

  fix('nothing to choose where the image is known to be somebody')(pod`
      containers:
        - name: web
          image: nginxinc/nginx-unprivileged:1.28
    +     securityContext:
    +       runAsNonRoot: true
  `);

  fix('the user that the image ships')(pod`
      containers:
        - name: api
          image: node:24-slim
    +     securityContext:
    +       runAsNonRoot: true
    +       runAsUser: 1000
  `);

  fix('a port below 1024 is opened by a sysctl that every level admits', { title: /^(?!.*\(if )/ })(pod`
      containers:
        - name: web
          image: registry.example.com/web:1
          ports:
            - containerPort: 80
    +     securityContext:
    +       runAsNonRoot: true
    +       runAsUser: 10001
    + securityContext:
    +   sysctls:
    +     - name: net.ipv4.ip_unprivileged_port_start
    +       value: "0"
  `);

  fix('an added NET_BIND_SERVICE opens no port to a user other than root', { title: /^(?!.*\(if )/ })(pod`
      containers:
        - name: web
          image: registry.example.com/web:1
          ports:
            - containerPort: 80
          securityContext:
            capabilities:
              add: [NET_BIND_SERVICE]
    +       runAsNonRoot: true
    +       runAsUser: 10001
    + securityContext:
    +   sysctls:
    +     - name: net.ipv4.ip_unprivileged_port_start
    +       value: "0"
  `);

  fix('a database runs as the user that it becomes by itself', {
    title: /postgres, which the image becomes by itself\)$/,
  })(pod`
      containers:
        - name: db
          image: postgres:17-alpine
    +     securityContext:
    +       runAsNonRoot: true
    +       runAsUser: 70
  `);

  fix('a user that the image names is written as a number', { title: /nobody of the image\)$/ })(pod`
      containers:
        - name: metrics
          image: prom/prometheus:v3
    +     securityContext:
    +       runAsNonRoot: true
    +       runAsUser: 65534
  `);

  fix('the user of its Dockerfile', { title: /becomes by itself\)$/ })(files`
      === cart/Dockerfile
      FROM postgres:17
      COPY schema.sql /docker-entrypoint-initdb.d/
      === cart.yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: cart
      spec:
        containers:
          - name: cart
            image: registry.example.com/cart:1
    +       securityContext:
    +         runAsNonRoot: true
    +         runAsUser: 999
  `);

  fix('the one its Dockerfile gives files to', { title: /www-data \(33\), to whom files of it belong\)$/ })(files`
      === cart/Dockerfile
      FROM debian:13
      RUN chown -R www-data /srv
      CMD ["/srv/run"]
      === cart.yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: cart
      spec:
        containers:
          - name: cart
            image: registry.example.com/cart:1
    +       securityContext:
    +         runAsNonRoot: true
    +         runAsUser: 33
  `);

  fix('nginx moves with its ports and probes; the Service names the port', {
    title: /listens on 8080, with an empty \/tmp, and forbid root$/,
  })(files`
      === web.yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
              - name: web
    -           image: nginx:1.28
    +           image: nginxinc/nginx-unprivileged:1.28
                ports:
                  - name: http
    -               containerPort: 80
    +               containerPort: 8080
                livenessProbe:
    -             httpGet: {path: /, port: 80}
    +             httpGet: {path: /, port: 8080}
                readinessProbe:
                  httpGet: {path: /, port: http}
    +           securityContext:
    +             runAsNonRoot: true
    +           volumeMounts:
    +             - name: tmp
    +               mountPath: /tmp
    +       volumes:
    +         - name: tmp
    +           emptyDir: {}
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector: {app: web}
        ports:
          - port: 80
            targetPort: http
  `);

  fix('the whole pod, with a user for each container that has none')(pod`
      securityContext:
    -   runAsNonRoot: false
    +   runAsNonRoot: true
      containers:
        - name: web
          image: registry.example.com/web:1
    +     securityContext:
    +       runAsUser: 10001
        - name: log
          image: fluent-bit:4.1
          securityContext:
            runAsUser: 1000
  `);

  fix('volumes that are claimed are given to a group of its own', {
    title: /its volumes are given to group 10001\)$/,
  })(pod`
      containers:
        - name: web
          image: registry.example.com/web:1
          volumeMounts:
            - name: data
              mountPath: /data
    +     securityContext:
    +       runAsNonRoot: true
    +       runAsUser: 10001
      volumes:
        - name: data
          persistentVolumeClaim:
            claimName: data
    + securityContext:
    +   fsGroup: 10001
  `);
});
