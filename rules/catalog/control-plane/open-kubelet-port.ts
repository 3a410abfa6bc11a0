import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'open-kubelet-port',
  component: 'kubelet',
  flags: ['read-only-port'],
  requirement: is('0', '10255'),
  setting: { path: ['readOnlyPort'], whenUnset: true },
  severity: 'medium',
  profile: 'strict',
  title: 'Kubelet exposes its pods without authentication',
  why: 'Its read-only port asks for no login, and shows the pods with their settings.',
  remedy: 'Set `--read-only-port=0`.',
  section: '4.2.4',
  aliases: [
    checkov('CKV_K8S_141'),
    trivy('KCV-0082'),
    kubescape('read-only-port-enabled-updated'),
    kubescape('C-0175'),
  ],
});
