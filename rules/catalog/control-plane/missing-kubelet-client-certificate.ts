import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-kubelet-client-certificate',
  component: 'kube-apiserver',
  flags: ['kubelet-client-certificate', 'kubelet-client-key'],
  requirement: isSet('/etc/kubernetes/pki/apiserver-kubelet-client.pem'),
  severity: 'medium',
  profile: 'strict',
  title: 'API server has no certificate for kubelets',
  why: 'Kubelets then have to answer anonymous requests.',
  remedy: 'Set `--kubelet-client-certificate` and `--kubelet-client-key`.',
  section: '1.2.4',
  aliases: [
    checkov('CKV_K8S_72'),
    trivy('KCV-0005'),
    kubescape(
      'ensure-that-the-api-server-kubelet-client-certificate-and-kubelet-client-key-arguments-are-set-as-appropriate',
    ),
    kubescape('C-0116'),
  ],
});
