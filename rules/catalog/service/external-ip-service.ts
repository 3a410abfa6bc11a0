import { objects } from '../../contract/objects.ts';
import { defineRule, nsa, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'external-ip-service',
  subject: 'resource',
  severity: 'medium',
  profile: 'strict',
  title: 'Service takes the traffic of an external address',
  why: 'Nodes send what is meant for the address to this Service. Whoever may create Services can catch the traffic of others (CVE-2020-8554).',
  remedy: 'Remove `externalIPs`.',
  standards: [nsa()],
  aliases: [trivy('KSV-0108')],
  examples: {
    bad: [
      objects`
        Service shop/web app=web
          ports:
            - port: 80
          externalIPs:
            - 203.0.113.10
      `,
      objects`
        Service shop/web app=web
          ports:
            - port: 80
          externalIPs: [203.0.113.10]
      `,
    ],
    good: [
      objects`
        Service shop/web app=web
          ports:
            - port: 80
      `,
      objects`
        Service shop/web app=web
          ports:
            - port: 80
          externalIPs: []
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('Service', '')) return;
    for (const { text, field } of resource.at('spec', 'externalIPs').strings)
      report(field, `Takes the traffic of ${text}: ${resource.label}.`);
  },
});
