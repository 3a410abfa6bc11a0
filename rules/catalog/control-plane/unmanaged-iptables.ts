import { checkov, kubescape } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'unmanaged-iptables',
  component: 'kubelet',
  flags: ['make-iptables-util-chains'],
  requirement: is('true', 'false', true),
  setting: { path: ['makeIPTablesUtilChains'], whenUnset: true },
  severity: 'low',
  profile: 'strict',
  title: 'Kubelet does not manage iptables rules',
  why: 'Rules of others and those of the cluster become inconsistent.',
  remedy: 'Remove `--make-iptables-util-chains=false`.',
  section: '4.2.7',
  aliases: [checkov('CKV_K8S_145'), kubescape('kubelet-ip-tables'), kubescape('C-0178')],
});
