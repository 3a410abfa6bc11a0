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
    report(
      type,
      `Never expires: the token of ${account === undefined ? 'the account' : `account ${account}`}.`,
      undefined,
      [],
      isOfLogins(resource.name, account) ? { from: 'strict' } : {},
    );
  },
});

/** Argo Workflows looks for the token of a login's account under this name. Source: Argo Workflows documentation, "Argo Server SSO", SSO RBAC. */
const isOfLogins = (name: string, account = ''): boolean =>
  account !== '' && name === `${account}.service-account-token`;
