import { checkov } from '../../contract/rule.ts';
import { flagRule, isUnset } from './shared/flag-rule.ts';

export default flagRule({
  id: 'insecure-bind-address',
  component: 'kube-apiserver',
  flags: ['insecure-bind-address'],
  requirement: isUnset('0.0.0.0'),
  severity: 'critical',
  profile: 'recommended',
  title: 'API server listens without asking who is there',
  why: 'Whoever reaches the port is an administrator.',
  remedy: 'Take `--insecure-bind-address` away.',
  section: '1.2.16',
  aliases: [checkov('CKV_K8S_86')],
});
