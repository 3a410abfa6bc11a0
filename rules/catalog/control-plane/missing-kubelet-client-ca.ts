import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-kubelet-client-ca',
  component: 'kubelet',
  flags: ['client-ca-file'],
  requirement: isSet('/etc/kubernetes/pki/ca.crt'),
  setting: { path: ['authentication', 'x509', 'clientCAFile'], whenUnset: false },
  severity: 'medium',
  profile: 'strict',
  title: 'Kubelet accepts no client certificates',
  why: 'It cannot tell the API server from anybody else.',
  remedy: 'Set `--client-ca-file`.',
  section: '4.2.3',
  aliases: [
    checkov('CKV_K8S_140'),
    trivy('KCV-0081'),
    kubescape('enforce-kubelet-client-tls-authentication-updated'),
    kubescape('C-0174'),
  ],
});
