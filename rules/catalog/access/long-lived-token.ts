import { objects } from '../../contract/objects.ts';
import { cis, defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'long-lived-token',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  title: 'Account token never expires',
  why: 'The token is valid until the Secret is deleted. Whoever copies it once can use it for years, from anywhere.',
  remedy: 'Ask for tokens that end: `kubectl create token`, or a projected volume.',
  standards: [cis('5.1.6')],
  examples: {
    bad: [
      objects`
        Secret ci-token
          annotations:
            kubernetes.io/service-account.name: ci
          type: kubernetes.io/service-account-token
      `,
      objects`
        Secret shop/web
          annotations:
            kubernetes.io/service-account.name: web
          type: "kubernetes.io/service-account-token"
      `,
    ],
    good: [
      objects`
        Secret tls
          type: kubernetes.io/tls
      `,
      objects`ServiceAccount ci`,
    ],
  },

  check(resource, report) {
    const type = resource.at('type');
    if (!resource.is('Secret', '') || !type.is('kubernetes.io/service-account-token')) return;
    const account = resource.at('metadata', 'annotations', 'kubernetes.io/service-account.name').string;
    report(type, `Never expires: the token of ${account === undefined ? 'the account' : `account ${account}`}.`);
  },
});
