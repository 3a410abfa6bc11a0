import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isNot } from './shared/flag-rule.ts';

export default flagRule({
  id: 'closed-secure-port',
  component: 'kube-apiserver',
  flags: ['secure-port'],
  requirement: isNot('0', '6443'),
  severity: 'high',
  profile: 'strict',
  title: 'API server offers no encrypted port',
  why: 'Only the port without encryption and authentication is left.',
  remedy: 'Remove `--secure-port=0`.',
  section: '1.2.17',
  aliases: [
    checkov('CKV_K8S_89'),
    trivy('KCV-0017'),
    kubescape('ensure-that-the-api-server-secure-port-argument-is-not-set-to-0'),
    kubescape('C-0128'),
  ],
});
