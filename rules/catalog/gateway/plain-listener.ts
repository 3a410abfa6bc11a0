import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'plain-listener',
  subject: 'resource',
  severity: 'medium',
  profile: 'strict',
  mendedByMore: true,
  title: 'Gateway answers in plain text',
  why: 'Whoever is on the way reads logins and pages, and changes them.',
  remedy: 'Add a listener with TLS, and let routes on this one send visitors on (`RequestRedirect`).',
  ignoreWhen: 'TLS ends in front of it, or in the mesh behind it.',
  examples: {
    bad: [
      objects`
        Gateway shop/web
          gatewayClassName: web
          listeners:
            - name: http
              port: 80
              protocol: HTTP
        #               ^^^^ plain-listener
      `,
      objects`
        Gateway shop/web
          gatewayClassName: web
          listeners:
            - {name: http, port: 8080, protocol: HTTP}
            - {name: db, port: 5432, protocol: TCP}
      `,
    ],
    good: [
      objects`
        Gateway shop/web
          gatewayClassName: web
          listeners:
            - name: https
              port: 443
              protocol: HTTPS
              tls:
                certificateRefs:
                  - name: shop
      `,
      objects`
        Gateway shop/web
          gatewayClassName: web
          listeners:
            - {name: http, port: 80, protocol: HTTP}
            - {name: https, port: 443, protocol: HTTPS}
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('Gateway', 'gateway.networking.k8s.io')) return;
    const listeners = resource.at('spec', 'listeners').items;
    // Beside one with TLS it is there to send visitors on.
    if (listeners.some((listener) => listener.at('protocol').is('HTTPS') || listener.at('protocol').unknown)) return;
    for (const listener of listeners) {
      const protocol = listener.at('protocol');
      if (protocol.is('HTTP')) report(protocol, `Has no listener with TLS: ${resource.label}.`);
    }
  },
});
