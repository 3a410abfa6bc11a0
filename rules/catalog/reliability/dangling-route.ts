import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape } from '../../contract/rule.ts';
import { isThere } from '../../facts/questions/lookup.ts';

export default defineRule({
  id: 'dangling-route',
  subject: 'workspace',
  reads: ['backends', 'service'],
  joins: 'absence',
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  title: 'Route leads to no Service',
  why: 'Requests are answered with an error. Often the Service was renamed or is in another namespace.',
  remedy: 'Name a Service of the same namespace.',
  ignoreWhen: 'The Service comes from another repository or chart.',
  aliases: [kubescape('C-0302'), kubescape('dangling-gateway-backend')],
  examples: {
    bad: [
      objects`
        HTTPRoute shop/web
          rules:
            - backendRefs:
                - name: web
                  port: 80
      `,
      objects`
        HTTPRoute shop/web
          rules:
            - backendRefs:
                - name: web
        #               ^^^ dangling-route
                  port: 80
        Service bank/web app=web
          ports:
            - port: 80
      `,
    ],
    good: [
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
      objects`
        HTTPRoute shop/web
          rules:
            - backendRefs:
                - group: example.com
                  kind: Bucket
                  name: web
      `,
    ],
  },

  check(facts, report) {
    for (const route of facts.byKind.backends.filter(({ kind }) => kind.endsWith('Route')))
      for (const { name, namespace, place } of route.services)
        if (!isThere(facts, 'service', name, route, namespace))
          report(route, `Leads to a Service that does not exist: ${name}, from ${route.kind} ${route.name}.`, {
            place,
          });
  },
});
