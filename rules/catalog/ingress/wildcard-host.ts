import { objects } from '../../contract/objects.ts';
import { defineRule, nsa } from '../../contract/rule.ts';

export default defineRule({
  id: 'wildcard-host',
  subject: 'resource',
  severity: 'low',
  profile: 'strict',
  title: 'Route accepts every host',
  why: 'A name that somebody points at the balancer reaches the workload, past the settings for its own name.',
  remedy: 'Name the host.',
  standards: [nsa()],
  examples: {
    bad: [
      objects`
        Ingress shop/web
          rules:
        # ^^^^^ wildcard-host
            - http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: web
                        port:
                          number: 80
      `,
      objects`
        Ingress shop/web
          rules:
            - host: '*'
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: web
                        port:
                          number: 80
      `,
    ],
    good: [
      objects`
        Ingress shop/web
          rules:
            - host: shop.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: web
                        port:
                          number: 80
      `,
      objects`
        Ingress shop/web
          rules:
            - host: '*.example.com'
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: web
                        port:
                          number: 80
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('Ingress')) return;
    for (const rule of resource.at('spec', 'rules').items) {
      const host = rule.at('host');
      if (host.missing || host.is('*') || host.is(''))
        report(
          host.present ? host : { anchor: resource.at('spec', 'rules').anchorOfKey, path: rule.path },
          `Accepts every host: ${resource.label}.`,
        );
    }
  },
});
