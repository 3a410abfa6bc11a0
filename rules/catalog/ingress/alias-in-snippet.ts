import { objects } from '../../contract/objects.ts';
import { checkov, defineRule } from '../../contract/rule.ts';
import { snippetsOf } from '../../model/kubernetes/ingress.ts';

export default defineRule({
  id: 'alias-in-snippet',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Ingress serves files of the controller',
  why: 'An alias in a snippet serves files of the controller, its account token among them (CVE-2021-25742).',
  remedy: 'Remove the alias.',
  aliases: [checkov('CKV_K8S_154')],
  examples: {
    bad: [
      objects`
        Ingress shop/web
      -   annotations:
      -     nginx.ingress.kubernetes.io/server-snippet: |
      -       location /x { alias /var/run/; }
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
            nginx.ingress.kubernetes.io/configuration-snippet: alias /etc/;
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
            nginx.ingress.kubernetes.io/server-snippet: |
              location /aliases { return 200; }
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
      if (/(?:^|[\s;{}])alias\s/m.test((snippet.text ?? '').replaceAll(/#.*$/gm, '')))
        report(
          { anchor: snippet.anchorOfKey, path: snippet.path },
          `Serves files of the controller: ${resource.label}.`,
          () => ({
            title: 'Remove the snippet',
            consequence: 'what it configures is gone',
            changes: [snippet.remove()],
            assumes: 'nobody relies on what it configures',
          }),
        );
  },
});
