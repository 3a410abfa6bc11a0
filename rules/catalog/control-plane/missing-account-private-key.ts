import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-account-private-key',
  component: 'kube-controller-manager',
  flags: ['service-account-private-key-file'],
  requirement: isSet('/etc/kubernetes/pki/sa.key'),
  severity: 'low',
  profile: 'strict',
  title: 'Account tokens are signed with the TLS key',
  why: 'One key for two purposes cannot be changed for one of them.',
  remedy: 'Set `--service-account-private-key-file`.',
  section: '1.3.4',
  aliases: [
    checkov('CKV_K8S_110'),
    trivy('KCV-0036'),
    kubescape('ensure-that-the-controller-manager-service-account-private-key-file-argument-is-set-as-appropriate'),
    kubescape('C-0147'),
  ],
});
