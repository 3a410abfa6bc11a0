import { checkov } from '../../contract/rule.ts';
import { flagRule, isUnset } from './shared/flag-rule.ts';

export default flagRule({
  id: 'insecure-bind-address',
  component: 'kube-apiserver',
  flags: ['insecure-bind-address'],
  requirement: isUnset('0.0.0.0'),
  severity: 'critical',
  profile: 'recommended',
  title: 'API server listens without authentication',
  why: 'Whoever reaches the port is an administrator.',
  remedy: 'Remove `--insecure-bind-address`.',
  section: '1.2.16',
  aliases: [checkov('CKV_K8S_86')],
});
