import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isNot } from './shared/flag-rule.ts';

export default flagRule({
  id: 'always-allowed-kubelet-requests',
  component: 'kubelet',
  flags: ['authorization-mode'],
  requirement: isNot('AlwaysAllow', 'Webhook'),
  setting: { path: ['authorization', 'mode'], whenUnset: true },
  severity: 'critical',
  profile: 'strict',
  title: 'Kubelet allows every authenticated request',
  why: 'Any account of the cluster runs commands in every container of the node.',
  remedy: 'Set `--authorization-mode=Webhook`.',
  section: '4.2.2',
  aliases: [
    checkov('CKV_K8S_139'),
    trivy('KCV-0080'),
    kubescape('kubelet-authorization-mode-alwaysAllow'),
    kubescape('C-0173'),
  ],
});
