import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'anonymous-kubelet-requests',
  component: 'kubelet',
  flags: ['anonymous-auth'],
  requirement: is('false', 'true'),
  setting: { path: ['authentication', 'anonymous', 'enabled'], whenUnset: true },
  severity: 'high',
  profile: 'strict',
  title: 'Kubelet answers anonymous requests',
  why: 'Whoever reaches the node runs commands in its containers, unless authorization stops them.',
  remedy: 'Set `--anonymous-auth=false`.',
  section: '4.2.1',
  aliases: [
    checkov('CKV_K8S_138'),
    trivy('KCV-0079'),
    kubescape('anonymous-requests-to-kubelet-service-updated'),
    kubescape('C-0172'),
  ],
});
