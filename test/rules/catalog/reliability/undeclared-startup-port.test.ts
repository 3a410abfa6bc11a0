import rule from '../../../../rules/catalog/reliability/undeclared-startup-port.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by number and by name')(pod`
    containers:
      - name: web
        image: nginx:1.29
        ports:
          - containerPort: 8080
        startupProbe:
          httpGet:
            port: 8081
    #             ^^^^ undeclared-startup-port
      - name: log
        image: busybox:1.37
        startupProbe:
          tcpSocket:
            port: http
    #             ^^^^ undeclared-startup-port
  `);

  clean('declared, or asked in another way')(pod`
    containers:
      - name: web
        image: nginx:1.29
        ports:
          - name: http
            containerPort: 8080
        startupProbe:
          httpGet:
            port: http
      - name: log
        image: busybox:1.37
        startupProbe:
          exec:
            command: ["true"]
  `);

  clean('ports that are not known')(container`
    ports:
      - containerPort: {{ .Values.port }}
    startupProbe:
      httpGet:
        port: 8080
  `);
});
