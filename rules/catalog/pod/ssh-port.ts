import { container } from '../../contract/example.ts';
import { defineRule, kubeLinter, kubescape } from '../../contract/rule.ts';

export default defineRule({
  id: 'ssh-port',
  subject: 'container',
  severity: 'medium',
  profile: 'strict',
  mendedByMore: true,
  title: 'Container offers SSH',
  why: 'A shell that is reached over the network is a second way in, with keys that Kubernetes knows nothing of.',
  remedy: 'Use `kubectl exec`; remove the server and the port.',
  aliases: [kubeLinter('ssh-port'), kubescape('C-0042')],
  examples: {
    bad: [
      container`
        ports:
          - containerPort: 22
      `,
      container`
        ports:
          - containerPort: 22
            protocol: TCP
      `,
    ],
    good: [
      container`
        ports:
          - containerPort: 8080
      `,
      container`
        ports:
          - containerPort: 22
            protocol: UDP
      `,
    ],
  },

  check(container, report) {
    for (const port of container.at('ports').items) {
      const field = port.at('containerPort');
      const protocol = port.at('protocol');
      if (field.is(22) && (!protocol.present || protocol.is('TCP'))) report(field, `Offers SSH: ${container.label}.`);
    }
  },
});
