import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'unverified-kubelet',
  component: 'kube-apiserver',
  flags: ['kubelet-certificate-authority'],
  requirement: isSet('/etc/kubernetes/pki/ca.crt'),
  severity: 'medium',
  profile: 'strict',
  title: 'API server does not verify kubelets',
  why: 'Whoever takes the address of a node reads what is sent into its containers.',
  remedy: 'Set `--kubelet-certificate-authority`.',
  section: '1.2.5',
  aliases: [
    checkov('CKV_K8S_73'),
    trivy('KCV-0006'),
    kubescape('ensure-that-the-api-server-kubelet-certificate-authority-argument-is-set-as-appropriate'),
    kubescape('C-0117'),
  ],
});
