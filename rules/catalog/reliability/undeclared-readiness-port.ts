import { container } from '../../contract/example.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';
import { reportUndeclaredPort } from './shared/probe.ts';

export default defineRule({
  id: 'undeclared-readiness-port',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  mendedByMore: true,
  title: 'Port of the readinessProbe is not declared',
  why: 'A probe of a port name that does not exist always fails. A number that is not declared is either wrong in one of the two places, or missing from the list that people and tools use.',
  remedy: 'Declare the port on the container, or correct the probe.',
  aliases: [kubeLinter('readiness-port')],
  examples: {
    bad: [
      container`
        ports:
          - containerPort: 8080
        readinessProbe:
          httpGet:
            port: 8081
      `,
      container`
        ports:
          - name: http
            containerPort: 8080
        readinessProbe:
          tcpSocket:
            port: https
      `,
    ],
    good: [
      container`
        ports:
          - containerPort: 8080
        readinessProbe:
          httpGet:
            port: 8080
      `,
      container`
        ports:
          - name: http
            containerPort: 8080
        readinessProbe:
          grpc:
            port: 8080
      `,
    ],
  },

  check(container, report) {
    reportUndeclaredPort(container, 'readinessProbe', report);
  },
});
