import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'unchecked-account-tokens',
  component: 'kube-apiserver',
  flags: ['service-account-lookup'],
  requirement: is('true', 'false', true),
  severity: 'medium',
  profile: 'strict',
  title: 'Tokens of deleted accounts are accepted',
  why: 'A token is then valid until it expires, whatever happens to its account.',
  remedy: 'Remove `--service-account-lookup=false`.',
  section: '1.2.24',
  aliases: [
    checkov('CKV_K8S_96'),
    trivy('KCV-0024'),
    kubescape('ensure-that-the-api-server-service-account-lookup-argument-is-set-to-true'),
    kubescape('C-0135'),
  ],
});
