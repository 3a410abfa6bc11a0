import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape, nsa, polaris } from '../../contract/rule.ts';

export default defineRule({
  id: 'ingress-without-tls',
  subject: 'resource',
  severity: 'medium',
  profile: 'strict',
  title: 'Ingress answers without TLS',
  why: 'Whoever is on the way reads and changes what users send, including passwords and sessions.',
  remedy: 'List the host under `spec.tls`, with the Secret that holds its certificate.',
  standards: [nsa()],
  aliases: [polaris('tlsSettingsMissing'), kubescape('C-0263'), kubescape('ingress-no-tls')],
  examples: {
    bad: [
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
          tls: []
        #      ^^ ingress-without-tls
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
          tls:
            - hosts:
                - shop.example.com
              secretName: shop-tls
      `,
      objects`
        Ingress shop/web
          annotations:
            alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:eu-west-1:1:certificate/1
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
    // The balancer of a cloud may hold the certificate itself.
    const annotations = resource.at('metadata', 'annotations');
    if (annotations.entries.some(([key]) => /certificate|pre-shared-cert|ssl-cert/.test(key))) return;
    const tls = resource.at('spec', 'tls');
    if (tls.missing || (tls.isList && tls.items.length === 0)) {
      report(tls.present ? tls : resource, `Answers without TLS: ${resource.label}.`);
      return;
    }
    const hosts = tls.items.map((item) => item.at('hosts'));
    // Without hosts the certificate is for all of them.
    if (hosts.length === 0 || hosts.some((list) => !list.isList)) return;
    const covered = new Set(hosts.flatMap((list) => list.strings.map(({ text }) => text)));
    for (const rule of resource.at('spec', 'rules').items) {
      const host = rule.at('host');
      const name = host.string;
      if (name === undefined || covered.has(name) || wildcardsFor(name).some((wildcard) => covered.has(wildcard)))
        continue;
      report(host, `Not among the hosts with TLS of ${resource.label}: ${name}.`);
    }
  },
});

/** A host name has at most 253 characters (RFC 1123), and so at most as many wildcards as that. */
const longestHost = 253;

/** Wildcards that a host is below: `*.b.c` and `*.c` for `a.b.c`. */
function wildcardsFor(host: string): readonly string[] {
  return [...host.slice(0, longestHost).matchAll(/\./g)].map(({ index }) => `*${host.slice(index)}`);
}
