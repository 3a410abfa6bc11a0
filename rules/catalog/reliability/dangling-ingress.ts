import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter, kubeScore, kubescape } from '../../contract/rule.ts';
import { isThere } from '../../facts/questions/lookup.ts';

export default defineRule({
  id: 'dangling-ingress',
  subject: 'workspace',
  reads: ['backends', 'service'],
  joins: 'absence',
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  title: 'Ingress leads to no Service',
  why: 'Requests are answered with an error. Often the Service was renamed or is in another namespace.',
  remedy: 'Name a Service of the same namespace.',
  ignoreWhen: 'The Service comes from another repository or chart.',
  aliases: [
    kubeLinter('dangling-ingress'),
    kubescape('C-0298'),
    kubescape('dangling-ingress-backend'),
    kubeScore('ingress-targets-service'),
  ],
  examples: {
    bad: [
      objects`
        Ingress shop/web
          defaultBackend:
            service:
              name: web
              port:
                number: 80
      `,
      objects`
        Ingress shop/web
          defaultBackend:
            service:
              name: web
        #           ^^^ dangling-ingress
              port:
                number: 80
        Service bank/web app=web
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
                number: 80
        Service shop/web app=web
          ports:
            - port: 80
      `,
      objects`
        Ingress shop/web
          defaultBackend:
            resource:
              kind: Bucket
              name: web
      `,
    ],
  },

  check(facts, report) {
    for (const route of facts.byKind.backends.filter(({ kind }) => kind === 'Ingress'))
      for (const { name, namespace, place } of route.services)
        if (!isThere(facts, 'service', name, route, namespace))
          report(route, `Leads to a Service that does not exist: ${name}, from ${route.kind} ${route.name}.`, {
            place,
          });
  },
});
