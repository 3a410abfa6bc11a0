import { container, pod } from '../../contract/example.ts';
import { defineRule, kubeLinter, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'privileged-port',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  title: 'Container listens below port 1024',
  why: 'A program that listens there had to start as root, or was given a capability for it, unless the node allows it to anyone.',
  remedy: 'Listen on a port above 1023; the Service keeps its own port.',
  aliases: [kubeLinter('privileged-ports'), trivy('KSV-0117')],
  examples: {
    bad: [
      container`
        ports:
          - containerPort: 80
      `,
      container`
        ports:
          - containerPort: 8080
          - containerPort: 443
      `,
    ],
    good: [
      container`
        ports:
          - containerPort: 8080
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(container, report) {
    for (const port of container.at('ports').items) {
      const field = port.at('containerPort');
      if (field.integer === undefined || field.integer < 1 || field.integer > 1023) continue;
      report(field, `Listens on port ${field.integer}, below 1024: ${container.label}.`);
    }
  },
});
