import { objects } from '../../contract/objects.ts';
import { checkov, defineRule } from '../../contract/rule.ts';
import { snippetsOf } from '../../model/kubernetes/ingress.ts';

export default defineRule({
  id: 'lua-in-snippet',
  subject: 'resource',
  severity: 'critical',
  profile: 'essential',
  fix: 'review',
  title: 'Ingress runs code inside the controller',
  why: 'Lua in a snippet runs as the controller, which reads the Secrets of all namespaces. This is how CVE-2021-25742 is used.',
  remedy: 'Remove the code.',
  aliases: [checkov('CKV_K8S_152')],
  examples: {
    bad: [
      objects`
        Ingress shop/web
      -   annotations:
      -     nginx.ingress.kubernetes.io/server-snippet: |
      -       content_by_lua_block { ngx.say("x") }
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
            nginx.ingress.kubernetes.io/configuration-snippet: set_by_lua $a 'return 1';
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
              # see the lua manual
              location / { return 200; }
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
      if (/(?:^|[\s;{}])\w*_by_lua|(?:^|[\s;{}])lua_/m.test((snippet.text ?? '').replaceAll(/#.*$/gm, '')))
        report(
          { anchor: snippet.anchorOfKey, path: snippet.path },
          `Runs Lua inside the controller: ${resource.label}.`,
          () => ({
            title: 'Remove the snippet',
            consequence: 'what it configures is gone',
            changes: [snippet.remove()],
            assumes: 'nobody relies on what it configures',
          }),
        );
  },
});
