import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'plain-gateway',
  subject: 'resource',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Mesh gateway answers in plain text',
  why: 'Whoever is on the way reads logins and pages, and changes them.',
  remedy: 'Send visitors on: `tls.httpsRedirect: true`, beside a server with TLS.',
  ignoreWhen: 'TLS ends in front of the gateway, at the balancer of the cloud.',
  examples: {
    bad: [
      objects`
        Gateway.networking.istio.io/v1 shop/web
          selector:
            istio: ingressgateway
          servers:
            - port: {number: 80, name: http, protocol: HTTP}
              hosts: [shop.example.com]
      +       tls:
      +         httpsRedirect: true
      `,
      objects`
        Gateway.networking.istio.io/v1 shop/web
          selector:
            istio: ingressgateway
          servers:
            - port:
                number: 80
                name: http
                protocol: HTTP
              hosts: [shop.example.com]
              tls:
                httpsRedirect: false
      `,
    ],
    good: [
      objects`
        Gateway.networking.istio.io/v1 shop/web
          selector:
            istio: ingressgateway
          servers:
            - port: {number: 443, name: https, protocol: HTTPS}
              hosts: [shop.example.com]
              tls:
                mode: SIMPLE
                credentialName: shop
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('Gateway', 'networking.istio.io')) return;
    const servers = resource.at('spec', 'servers').items;
    const encrypted = servers.some((server) => /^(?:HTTPS|TLS)$/.test(server.at('port', 'protocol').string ?? ''));
    for (const server of servers) {
      const protocol = server.at('port', 'protocol');
      const redirect = server.at('tls', 'httpsRedirect');
      if (!/^(?:HTTP|HTTP2|GRPC)$/.test(protocol.string ?? '') || redirect.is(true) || redirect.unknown) continue;
      report(
        protocol,
        `Answers on port ${server.at('port', 'number').text ?? '?'} in plain text: ${resource.label}.`,
        () => ({
          title: 'Send visitors on to HTTPS',
          changes: [redirect.set(true)],
          ...(encrypted ? {} : { assumes: 'a server with TLS is there' }),
        }),
      );
    }
  },
});
