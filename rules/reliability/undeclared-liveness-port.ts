import { reportUndeclaredPort } from '../model/kubernetes/probe.ts';
import { defineRule, kubeLinter, pod } from '../rule.ts';

export default defineRule({
  id: 'undeclared-liveness-port',
  subject: 'container',
  severity: 'low',
  profile: 'strict',
  tags: ['reliability'],
  since: '0.1.0',
  title: 'Port of the livenessProbe is not declared',
  why: 'A probe that asks a port nobody listens on fails for ever: the pod never gets requests, or is started again and again.',
  remedy: 'Declare the port on the container, or correct the probe.',
  standards: [],
  aliases: [kubeLinter('liveness-port')],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
            ports:
              - containerPort: 8080
            livenessProbe:
              httpGet:
                port: 8081
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
            ports:
              - name: http
                containerPort: 8080
            livenessProbe:
              tcpSocket:
                port: https
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
            ports:
              - containerPort: 8080
            livenessProbe:
              httpGet:
                port: 8080
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
            ports:
              - name: http
                containerPort: 8080
            livenessProbe:
              grpc:
                port: 8080
      `,
    ],
  },

  check(container, report) {
    reportUndeclaredPort(container, 'livenessProbe', report);
  },
});
