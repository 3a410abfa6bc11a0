import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'unauthenticated-etcd-peers',
  component: 'etcd',
  flags: ['peer-client-cert-auth'],
  requirement: is('true', 'false'),
  assumes: 'its peers have certificates that it trusts',
  severity: 'critical',
  profile: 'strict',
  title: 'Members of etcd need no certificate',
  why: 'A new member gets a copy of every object of the cluster.',
  remedy: 'Set `--peer-client-cert-auth=true`.',
  section: '2.5',
  aliases: [checkov('CKV_K8S_121'), trivy('KCV-0046'), kubescape('etcd-peer-client-auth-cert'), kubescape('C-0157')],
});
