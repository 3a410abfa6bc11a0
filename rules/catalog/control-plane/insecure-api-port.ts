import { checkov, kubescape } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'insecure-api-port',
  component: 'kube-apiserver',
  flags: ['insecure-port'],
  requirement: is('0', '8080', true),
  severity: 'critical',
  profile: 'recommended',
  title: 'API server has an unauthenticated port',
  why: 'Whoever reaches it is an administrator.',
  remedy: 'Remove `--insecure-port`, or set it to 0.',
  section: '1.2.17',
  aliases: [checkov('CKV_K8S_88'), kubescape('insecure-port-flag'), kubescape('C-0005')],
});
