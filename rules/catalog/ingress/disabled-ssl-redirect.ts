import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'disabled-ssl-redirect',
  subject: 'resource',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  title: 'Ingress does not redirect to HTTPS',
  why: 'Whoever types the address without `https` stays in plain text, and whoever is on the way keeps them there.',
  remedy: 'Remove the annotation.',
  ignoreWhen: 'TLS ends in front of the controller.',
  examples: {
    bad: [
      objects`
        Ingress web
          annotations:
            nginx.ingress.kubernetes.io/ssl-redirect: "false"
          ingressClassName: nginx
          tls:
            - hosts: [shop.example.com]
              secretName: shop
      `,
      objects`
        Ingress web
          annotations:
            traefik.ingress.kubernetes.io/redirect-entry-point: https
            ingress.kubernetes.io/ssl-redirect: "false"
          ingressClassName: nginx
          tls:
            - hosts: [shop.example.com]
              secretName: shop
      `,
    ],
    good: [
      objects`
        Ingress web
          annotations:
            nginx.ingress.kubernetes.io/ssl-redirect: "true"
          ingressClassName: nginx
          tls:
            - hosts: [shop.example.com]
              secretName: shop
      `,
      objects`
        Ingress web
          annotations:
            nginx.ingress.kubernetes.io/proxy-body-size: 8m
          ingressClassName: nginx
          tls:
            - hosts: [shop.example.com]
              secretName: shop
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('Ingress')) return;
    for (const prefix of [
      'nginx.ingress.kubernetes.io',
      'ingress.kubernetes.io',
      'haproxy.org',
      'haproxy-ingress.github.io',
    ]) {
      const field = resource.at('metadata', 'annotations', `${prefix}/ssl-redirect`);
      if (field.text === 'false')
        report(field, `Answers in plain text as well: ${resource.label}.`, () => ({
          title: 'Send visitors on to HTTPS',
          changes: [field.remove()],
        }));
    }
  },
});
