import { checkov } from '../../contract/rule.ts';
import { flagRule, isUnset } from './shared/flag-rule.ts';

export default flagRule({
  id: 'basic-auth-file',
  component: 'kube-apiserver',
  flags: ['basic-auth-file'],
  requirement: isUnset('/etc/kubernetes/users.csv'),
  severity: 'high',
  profile: 'recommended',
  title: 'API server accepts passwords from a file',
  why: 'They are in plain text on the disk, never expire, and are sent with each request.',
  remedy: 'Remove `--basic-auth-file`; use certificates or OpenID Connect.',
  section: '1.2.2',
  aliases: [checkov('CKV_K8S_69')],
});
