import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'unauthenticated-etcd-clients',
  component: 'etcd',
  flags: ['client-cert-auth'],
  requirement: is('true', 'false'),
  assumes: 'its clients have certificates that it trusts',
  severity: 'critical',
  profile: 'strict',
  title: 'Clients of etcd need no certificate',
  why: 'Whoever reaches its port reads and writes every object of the cluster, past every role.',
  remedy: 'Set `--client-cert-auth=true`.',
  section: '2.2',
  aliases: [checkov('CKV_K8S_117'), trivy('KCV-0043'), kubescape('etcd-client-auth-cert'), kubescape('C-0154')],
});
