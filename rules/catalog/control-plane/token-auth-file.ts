import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isUnset } from './shared/flag-rule.ts';

export default flagRule({
  id: 'token-auth-file',
  component: 'kube-apiserver',
  flags: ['token-auth-file'],
  requirement: isUnset('/etc/kubernetes/tokens.csv'),
  assumes: 'nobody signs in by its tokens',
  severity: 'high',
  profile: 'recommended',
  title: 'API server accepts tokens from a file',
  why: 'They are in plain text on the disk and never expire; revoking one needs a restart.',
  remedy: 'Remove `--token-auth-file`; use certificates or OpenID Connect.',
  section: '1.2.2',
  aliases: [
    checkov('CKV_K8S_70'),
    trivy('KCV-0002'),
    kubescape('ensure-that-the-api-server-token-auth-file-parameter-is-not-set'),
    kubescape('C-0114'),
  ],
});
