import { pod } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { certificateSwitches } from '../../data/certificate-switches.ts';
import { settingsOfContainer, switchesIn } from '../../model/program/switches.ts';
import { capitalized } from '../../text/capitalized.ts';

export default defineRule({
  id: 'unchecked-certificates',
  subject: 'container',
  severity: 'medium',
  profile: 'recommended',
  title: 'Program checks no certificates or host keys',
  why: 'Whoever answers in place of the server, by a wrong name or a hop between, reads and changes what is sent.',
  remedy: 'Remove the switch; give the program the authority of the server.',
  ignoreWhen: 'Nobody but the author reaches it, as on a machine for development.',
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: registry.example.com/web:1.4.2
            env:
              - name: NODE_TLS_REJECT_UNAUTHORIZED
                value: "0"
      `,
      pod`
        containers:
          - name: metrics
            image: registry.k8s.io/metrics-server/metrics-server:v0.8.0
            args:
              - --kubelet-insecure-tls
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: registry.example.com/web:1.4.2
            env:
              - name: NODE_TLS_REJECT_UNAUTHORIZED
                value: "1"
      `,
      pod`
        containers:
          - name: metrics
            image: registry.k8s.io/metrics-server/metrics-server:v0.8.0
            args:
              - --metric-resolution=15s
      `,
    ],
  },

  check(container, report) {
    for (const { field, name, does } of switchesIn(settingsOfContainer(container), certificateSwitches))
      report(field, `${capitalized(does)}: ${name} of ${container.label}.`);
  },
});
