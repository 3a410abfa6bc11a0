import { objects } from '../../contract/objects.ts';
import { checkov, defineRule } from '../../contract/rule.ts';
import { snippetsOf } from '../../model/kubernetes/ingress.ts';

export default defineRule({
  id: 'nginx-snippet',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Ingress writes nginx configuration',
  why: 'The snippet runs inside the controller, which reads the Secrets of all namespaces. Whoever may write an Ingress can read them (CVE-2021-25742).',
  remedy: 'Use the annotations that are made for it; turn snippets off in the controller.',
  aliases: [checkov('CKV_K8S_153')],
  examples: {
    bad: [
      objects`
        Ingress shop/web
      -   annotations:
      -     nginx.ingress.kubernetes.io/server-snippet: |
      -       location / { return 200; }
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
            nginx.ingress.kubernetes.io/configuration-snippet: 'more_set_headers "A: b";'
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
          annotations:
            nginx.ingress.kubernetes.io/rewrite-target: /
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
    for (const snippet of snippetsOf(resource))
      report(
        { anchor: snippet.anchorOfKey, path: snippet.path },
        `Writes configuration of nginx itself: ${resource.label}.`,
        () => ({
          title: 'Remove the snippet',
          consequence: 'what it configures is gone',
          changes: [snippet.remove()],
          assumes: 'nobody relies on what it configures',
        }),
      );
  },
});
