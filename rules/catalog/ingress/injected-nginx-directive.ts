import { objects } from '../../contract/objects.ts';
import { defineRule, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'injected-nginx-directive',
  subject: 'resource',
  severity: 'critical',
  profile: 'essential',
  title: 'Annotation adds directives to the nginx configuration',
  why: 'The value ends its own directive and begins others, which the controller loads with all its rights (CVE-2025-1097, CVE-2025-1098, CVE-2025-24514).',
  remedy: 'Write a plain address or name, and update the controller.',
  aliases: [trivy('KCV-0093')],
  examples: {
    bad: [
      objects`
        Ingress shop/web
          annotations:
            nginx.ingress.kubernetes.io/auth-url: 'http://example.com/#;

              load_module x'
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
          annotations:
            nginx.ingress.kubernetes.io/mirror-target: "http://example.com/#;\ninjection"
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
          annotations:
            nginx.ingress.kubernetes.io/auth-url: https://auth.example.com/check?a=b
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
    ],
  },

  check(resource, report) {
    if (!resource.is('Ingress')) return;
    for (const [key, value] of resource.at('metadata', 'annotations').entries) {
      const name = /^nginx\.ingress\.kubernetes\.io\/(.+)$/.exec(key)?.[1];
      if (name === undefined || !plain.has(name) || value.text === undefined || !/[\n\r;{}]|#;/.test(value.text))
        continue;
      report({ anchor: value.anchorOfKey, path: value.path }, `Adds directives of nginx: the value of ${name}.`);
    }
  },
});

/** Annotations whose value the controller wrote into its configuration as it was (kubernetes.io blog, 2025-03-24). */
const plain: ReadonlySet<string> = new Set(['auth-url', 'auth-tls-match-cn', 'mirror-target', 'mirror-host']);
