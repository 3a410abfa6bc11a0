import { checkov, kubescape } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'unprotected-kernel-defaults',
  component: 'kubelet',
  flags: ['protect-kernel-defaults'],
  requirement: is('true', 'false'),
  setting: { path: ['protectKernelDefaults'], whenUnset: false },
  assumes: 'the kernel of the node is set up as the kubelet wants it',
  severity: 'low',
  profile: 'strict',
  title: 'Kubelet changes kernel settings',
  why: 'Nobody notices a node with wrong kernel settings.',
  remedy: 'Set `--protect-kernel-defaults=true`.',
  section: '4.2.6',
  aliases: [checkov('CKV_K8S_144'), kubescape('kubelet-protect-kernel-defaults'), kubescape('C-0177')],
});
