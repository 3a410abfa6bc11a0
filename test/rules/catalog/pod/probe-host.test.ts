import rule from '../../../../rules/catalog/pod/probe-host.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'probes and hooks',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          livenessProbe:
            httpGet:
              host: 169.254.169.254
      #             ^^^^^^^^^^^^^^^ probe-host 💡 "livenessProbe"
              port: 80
          lifecycle:
            postStart:
              tcpSocket:
                host: db.example.com
      #               ^^^^^^^^^^^^^^ probe-host 💡 "lifecycle.postStart"
                port: 5432
    `,
  );

  clean(
    'the control is younger than the cluster',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          livenessProbe:
            httpGet:
              host: 169.254.169.254
              port: 80
    `,
    { kubernetes: 33 },
  );

  clean(
    'an empty host is the pod',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          livenessProbe:
            httpGet:
              host: ""
              port: 80
    `,
  );

  fix(
    'takes the host away',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          livenessProbe:
            httpGet:
              host: 10.0.0.1
              port: 80
    `,
    pod`
      containers:
        - name: web
          image: nginx:1.29
          livenessProbe:
            httpGet:
              port: 80
    `,
  );
});
