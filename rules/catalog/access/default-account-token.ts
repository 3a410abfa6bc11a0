import { objects } from '../../contract/objects.ts';
import { checkov, cis, defineRule, kubescape } from '../../contract/rule.ts';

export default defineRule({
  id: 'default-account-token',
  subject: 'resource',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  title: 'Default account gives its token to every pod',
  why: 'A pod that names no account gets this one with its token, whether it speaks with the API or not.',
  remedy: 'Set `automountServiceAccountToken: false` on the account.',
  standards: [cis('5.1.5')],
  aliases: [checkov('CKV_K8S_41'), kubescape('C-0189'), kubescape('automount-default-service-account')],
  examples: {
    bad: [
      objects`ServiceAccount shop/default`,
      objects`
        ServiceAccount default
      -   automountServiceAccountToken: true
      +   automountServiceAccountToken: false
      `,
    ],
    good: [objects`ServiceAccount web`],
  },

  check(resource, report) {
    if (!resource.is('ServiceAccount', '') || resource.name !== 'default') return;
    const field = resource.at('automountServiceAccountToken');
    if (!field.missing && !field.is(true)) return;
    report(field.present ? field : resource, 'Hands its token to every pod that names no account.', () => ({
      title: 'Mount no token by default (pods that speak with the API have to ask for it)',
      changes: [field.set(false)],
    }));
  },
});
