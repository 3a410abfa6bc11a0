import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';
import type { ServiceFact } from '../../facts/kinds/service.ts';
import { nearBy } from '../../facts/near-by.ts';

export default defineRule({
  id: 'missing-backend-port',
  subject: 'workspace',
  reads: ['backends', 'service'],
  joins: 'absence',
  severity: 'medium',
  profile: 'recommended',
  tags: ['reliability'],
  title: 'Ingress or route leads to a port that its Service does not have',
  why: 'Requests are answered with an error. Often it is the port of the container, or a name that was changed on one side.',
  remedy: 'Write a port of the Service: its `port`, or its `name`.',
  aliases: [kubeLinter('dangling-ingress')],
  examples: {
    bad: [
      objects`
        Ingress shop/web
          defaultBackend:
            service:
              name: web
              port:
                number: 8080
        Service shop/web app=web
          ports:
            - port: 80
              targetPort: 8080
      `,
      objects`
        HTTPRoute shop/web
          rules:
            - backendRefs:
                - name: web
                  port: 443
        Service shop/web app=web
          ports:
            - port: 80
      `,
    ],
    good: [
      objects`
        Ingress shop/web
          defaultBackend:
            service:
              name: web
              port:
                name: http
        Service shop/web app=web
          ports:
            - name: http
              port: 80
      `,
      objects`
        HTTPRoute shop/web
          rules:
            - backendRefs:
                - name: web
                  port: 80
        Service shop/web app=web
          ports:
            - port: 80
      `,
    ],
  },

  check(facts, report) {
    for (const route of facts.byKind.backends) {
      for (const { name, namespace = facts.namespaceOf(route), port, portPlace } of route.services) {
        if (port === undefined) continue;
        const meant = services(facts, namespace, name).flat();
        const hasPort = route.apiVersion.startsWith('route.openshift.io/') ? leadsTo : has;
        if (meant.length > 0 && !meant.some((service) => hasPort(service, port)))
          report(
            route,
            `Leads to a port that does not exist: ${port} of Service ${name}, from ${route.kind} ${route.name}.`,
            {
              place: portPlace,
              related: meant.map((service) => ({
                fact: service,
                place: 'name',
                message: 'It does not have the port.',
              })),
            },
          );
      }
    }
  },
});

/** Whether the port may be one of the Service. */
function has({ ports, isPortsKnown, type }: ServiceFact, port: number | string): boolean {
  return !isPortsKnown || type === 'ExternalName' || ports.some(({ number, name }) => number === port || name === port);
}

/** A route of OpenShift names a port by its name, or by the number that the pods listen on. */
function leadsTo({ ports, isPortsKnown }: ServiceFact, port: number | string): boolean {
  return (
    !isPortsKnown ||
    ports.some(
      ({ name, target }) =>
        name === port || target === port || (typeof port === 'number' && typeof target === 'string'),
    )
  );
}

const services = nearBy('service', () => ({ name }) => [name]);
