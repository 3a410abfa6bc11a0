import { container } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';

export default defineRule({
  id: 'invalid-port',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  tags: ['reliability'],
  title: 'Port has an invalid name or number',
  why: 'The API server refuses ports outside 1 to 65535, and names of more than 15 letters, digits and hyphens.',
  remedy: 'Use a shorter name with at least one letter, or a number that exists.',
  aliases: [kubeLinter('invalid-target-ports')],
  examples: {
    bad: [
      container`
        ports:
          - name: metrics-endpoint-1
            containerPort: 9090
      `,
      objects`
        Service shop/web app=web
          ports:
            - port: 80
              targetPort: 80000
      `,
    ],
    good: [
      container`
        ports:
          - name: metrics
            containerPort: 9090
      `,
      objects`
        Service shop/web app=web
          ports:
            - port: 80
              targetPort: http
      `,
    ],
  },

  check(resource, report) {
    const ports = resource.is('Service', '')
      ? resource.at('spec', 'ports').items.map((port) => port.at('targetPort'))
      : resource.pods.flatMap(({ containers }) =>
          containers.flatMap((container) =>
            container.at('ports').items.flatMap((port) => [port.at('name'), port.at('containerPort')]),
          ),
        );
    for (const port of ports) {
      const { integer, string } = port;
      // A number in quotes is of the wrong type, which another rule says.
      if (port.key === 'containerPort' && string !== undefined) continue;
      if (integer !== undefined ? integer >= 1 && integer <= 65_535 : string === undefined || isPortName(string))
        continue;
      report(port, integer === undefined ? `Not a valid port name: ${string}.` : `Not a port: ${integer}.`);
    }
  },
});

/** An IANA service name, as the API validates it (RFC 6335, section 5.1). */
function isPortName(name: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,13}[a-z0-9])?$/.test(name) && /[a-z]/.test(name) && !name.includes('--');
}
