import { checkov, kubescape } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-kubelet-certificate',
  component: 'kubelet',
  flags: ['tls-cert-file', 'tls-private-key-file'],
  requirement: isSet('/var/lib/kubelet/pki/kubelet.pem'),
  severity: 'medium',
  profile: 'strict',
  title: 'Kubelet has a certificate that nobody can check',
  why: 'It makes one for itself, so that the API server cannot tell it from somebody in between.',
  remedy: 'Set `--tls-cert-file` and `--tls-private-key-file`.',
  section: '4.2.10',
  aliases: [checkov('CKV_K8S_148'), kubescape('validate-kubelet-tls-configuration-updated'), kubescape('C-0181')],
});
