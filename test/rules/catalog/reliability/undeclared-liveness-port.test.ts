import rule from '../../../../rules/catalog/reliability/undeclared-liveness-port.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by number and by name')(pod`
    containers:
      - name: web
        image: nginx:1.29
        ports:
          - containerPort: 8080
        livenessProbe:
          httpGet:
            port: 8081
    #             ^^^^ undeclared-liveness-port
      - name: log
        image: busybox:1.37
        livenessProbe:
          tcpSocket:
            port: http
    #             ^^^^ undeclared-liveness-port
  `);

  clean('declared, or asked in another way')(pod`
    containers:
      - name: web
        image: nginx:1.29
        ports:
          - name: http
            containerPort: 8080
        livenessProbe:
          httpGet:
            port: http
      - name: log
        image: busybox:1.37
        livenessProbe:
          exec:
            command: ["true"]
  `);

  clean('ports that are not known')(container`
    ports:
      - containerPort: {{ .Values.port }}
    livenessProbe:
      httpGet:
        port: 8080
  `);
});
