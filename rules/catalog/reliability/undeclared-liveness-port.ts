import { container } from '../../contract/example.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';
import { reportUndeclaredPort } from './shared/probe.ts';

export default defineRule({
  id: 'undeclared-liveness-port',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  mendedByMore: true,
  title: 'Port of the livenessProbe is not declared',
  why: 'A probe of a port name that does not exist always fails. A number that is not declared is either wrong in one of the two places, or missing from the list that people and tools use.',
  remedy: 'Declare the port on the container, or correct the probe.',
  aliases: [kubeLinter('liveness-port')],
  examples: {
    bad: [
      container`
        ports:
          - containerPort: 8080
        livenessProbe:
          httpGet:
            port: 8081
      `,
      container`
        ports:
          - name: http
            containerPort: 8080
        livenessProbe:
          tcpSocket:
            port: https
      `,
    ],
    good: [
      container`
        ports:
          - containerPort: 8080
        livenessProbe:
          httpGet:
            port: 8080
      `,
      container`
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
