import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-account-key-file',
  component: 'kube-apiserver',
  flags: ['service-account-key-file'],
  requirement: isSet('/etc/kubernetes/pki/sa.pub'),
  severity: 'low',
  profile: 'strict',
  title: 'Account tokens are verified with the TLS key',
  why: 'One key for two purposes cannot be changed for one of them.',
  remedy: 'Set `--service-account-key-file`.',
  section: '1.2.25',
  aliases: [
    checkov('CKV_K8S_97'),
    trivy('KCV-0025'),
    kubescape('ensure-that-the-api-server-service-account-key-file-argument-is-set-as-appropriate'),
    kubescape('C-0136'),
  ],
});
