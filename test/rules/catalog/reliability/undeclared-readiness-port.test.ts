import rule from '../../../../rules/catalog/reliability/undeclared-readiness-port.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by number and by name')(pod`
    containers:
      - name: web
        image: nginx:1.29
        ports:
          - containerPort: 8080
        readinessProbe:
          httpGet:
            port: 8081
    #             ^^^^ undeclared-readiness-port
      - name: log
        image: busybox:1.37
        readinessProbe:
          tcpSocket:
            port: http
    #             ^^^^ undeclared-readiness-port
  `);

  clean('declared, or asked in another way')(pod`
    containers:
      - name: web
        image: nginx:1.29
        ports:
          - name: http
            containerPort: 8080
        readinessProbe:
          httpGet:
            port: http
      - name: log
        image: busybox:1.37
        readinessProbe:
          exec:
            command: ["true"]
  `);

  clean('ports that are not known')(container`
    ports:
      - containerPort: {{ .Values.port }}
    readinessProbe:
      httpGet:
        port: 8080
  `);
});
