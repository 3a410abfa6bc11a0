import { checkov, kubescape } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-kubelet-certificate',
  component: 'kubelet',
  flags: ['tls-cert-file', 'tls-private-key-file'],
  requirement: isSet('/var/lib/kubelet/pki/kubelet.pem'),
  severity: 'medium',
  profile: 'strict',
  title: 'Kubelet has a self-signed certificate',
  why: 'It creates its own certificate, so the API server cannot tell it from an attacker in between.',
  remedy: 'Set `--tls-cert-file` and `--tls-private-key-file`.',
  section: '4.2.10',
  aliases: [checkov('CKV_K8S_148'), kubescape('validate-kubelet-tls-configuration-updated'), kubescape('C-0181')],
});
