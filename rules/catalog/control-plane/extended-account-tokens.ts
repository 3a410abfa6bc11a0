import { kubescape } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'extended-account-tokens',
  component: 'kube-apiserver',
  flags: ['service-account-extend-token-expiration'],
  requirement: is('false', 'true'),
  severity: 'low',
  profile: 'strict',
  title: 'Account tokens last for a year',
  why: 'For old clients the API server gives out tokens for a year instead of an hour.',
  remedy: 'Set `--service-account-extend-token-expiration=false`.',
  section: '1.2.30',
  aliases: [
    kubescape('ensure-that-the-api-server-service-account-extend-token-expiration-is-set-to-false'),
    kubescape('C-0290'),
  ],
});
