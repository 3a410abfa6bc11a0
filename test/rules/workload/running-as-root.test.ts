import rule from '../../../rules/workload/running-as-root.ts';
import { pod, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'neither level says anything; a user alone is no promise',
    pod`
      containers:
        - name: web
      #         ^^^ running-as-root 💡 "may run as root"
          image: nginx:1.29
        - name: log
      #         ^^^ running-as-root 💡 "runs as user 1000, but nothing makes sure of it"
          image: fluent-bit:4.1
          securityContext:
            runAsUser: 1000
    `,
  );

  check(
    'a container that overrides a good pod (trivy KSV-0012 passes it)',
    pod`
      securityContext:
        runAsNonRoot: true
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            runAsNonRoot: false
      #                   ^^^^^ running-as-root 💡 "Container web"
    `,
  );

  check(
    'a bad pod whose containers are all good is refused all the same',
    pod`
      securityContext:
        runAsNonRoot: false
      #               ^^^^^ running-as-root 💡 "The pod"
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            runAsNonRoot: true
        - name: log
          image: fluent-bit:4.1
          securityContext:
            runAsNonRoot: true
    `,
  );

  clean(
    'the pod speaks for its containers (Monokle PSS203 does not see it)',
    pod`
      securityContext:
        runAsNonRoot: true
      initContainers:
        - name: init
          image: busybox:1.37
      containers:
        - name: web
          image: nginx:1.29
    `,
  );

  clean(
    'root in a user namespace',
    pod`
      hostUsers: false
      containers:
        - name: web
          image: nginx:1.29
    `,
  );

  fix(
    'a number the kubelet can verify',
    pod`
      containers:
        - name: web
          image: registry.example.com/web:1
    `,
    pod`
      containers:
        - name: web
          image: registry.example.com/web:1
          securityContext:
            runAsNonRoot: true
            runAsUser: 10001
    `,
  );

  fix(
    'the number that is in force is kept',
    pod`
      securityContext:
        runAsUser: 1000
      containers:
        - name: web
          image: registry.example.com/web:1
    `,
    pod`
      securityContext:
        runAsUser: 1000
      containers:
        - name: web
          image: registry.example.com/web:1
          securityContext:
            runAsNonRoot: true
    `,
  );

  fix(
    'nothing to choose where the image is known to be somebody',
    pod`
      containers:
        - name: web
          image: nginxinc/nginx-unprivileged:1.28
    `,
    pod`
      containers:
        - name: web
          image: nginxinc/nginx-unprivileged:1.28
          securityContext:
            runAsNonRoot: true
    `,
  );

  fix(
    'the user that the image ships',
    pod`
      containers:
        - name: api
          image: node:24-slim
    `,
    pod`
      containers:
        - name: api
          image: node:24-slim
          securityContext:
            runAsNonRoot: true
            runAsUser: 1000
    `,
  );
});
