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
  title: 'Kubelet does not keep the rules of the firewall',
  why: 'Rules that somebody else writes and those of the cluster drift apart.',
  remedy: 'Take `--make-iptables-util-chains=false` away.',
  section: '4.2.7',
  aliases: [checkov('CKV_K8S_145'), kubescape('kubelet-ip-tables'), kubescape('C-0178')],
});
