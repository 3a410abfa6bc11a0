import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'weak-gateway-tls',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'Mesh gateway accepts old versions of TLS',
  why: 'Whoever is on the way makes both sides agree on an old version, whose traffic can be read.',
  remedy: 'Ask for TLS 1.2 or later.',
  examples: {
    bad: [
      objects`
        Gateway.networking.istio.io/v1 shop/web
          selector:
            istio: ingressgateway
          servers:
            - port: {number: 443, protocol: HTTPS}
              hosts: [a.example.com]
              tls:
                mode: SIMPLE
      -         minProtocolVersion: TLSV1_0
      +         minProtocolVersion: TLSV1_2
      `,
      objects`
        Gateway.networking.istio.io/v1 shop/web
          selector:
            istio: ingressgateway
          servers:
            - port: {number: 443, protocol: HTTPS}
              hosts: [a.example.com]
              tls:
                mode: MUTUAL
                minProtocolVersion: TLSV1_1
      `,
    ],
    good: [
      objects`
        Gateway.networking.istio.io/v1 shop/web
          selector:
            istio: ingressgateway
          servers:
            - port: {number: 443, protocol: HTTPS}
              hosts: [a.example.com]
              tls:
                mode: SIMPLE
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('Gateway', 'networking.istio.io')) return;
    for (const server of resource.at('spec', 'servers').items) {
      for (const key of ['minProtocolVersion', 'maxProtocolVersion']) {
        const version = server.at('tls', key);
        if (version.is('TLSV1_0') || version.is('TLSV1_1'))
          report(
            version,
            `Accepts ${key === 'minProtocolVersion' ? '' : 'nothing later than '}TLS 1.${version.is('TLSV1_0') ? 0 : 1}: ${resource.label}.`,
            () => ({
              title: 'Ask for TLS 1.2 (older clients are refused)',
              changes: [version.set('TLSV1_2')],
            }),
          );
      }
    }
  },
});
