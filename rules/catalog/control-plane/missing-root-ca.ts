import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-root-ca',
  component: 'kube-controller-manager',
  flags: ['root-ca-file'],
  requirement: isSet('/etc/kubernetes/pki/ca.crt'),
  severity: 'low',
  profile: 'strict',
  title: 'Pods cannot verify the API server',
  why: 'Programs in pods then talk to whoever answers at its address.',
  remedy: 'Set `--root-ca-file`.',
  section: '1.3.5',
  aliases: [
    checkov('CKV_K8S_111'),
    trivy('KCV-0037'),
    kubescape('ensure-that-the-controller-manager-root-ca-file-argument-is-set-as-appropriate'),
    kubescape('C-0148'),
  ],
});
