import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'plain-etcd',
  component: 'etcd',
  flags: ['cert-file', 'key-file'],
  requirement: isSet('/etc/kubernetes/pki/etcd/server.pem'),
  severity: 'high',
  profile: 'strict',
  title: 'Clients reach etcd in plain text',
  why: 'Every secret of the cluster crosses the network unencrypted.',
  remedy: 'Set `--cert-file` and `--key-file`.',
  section: '2.1',
  aliases: [checkov('CKV_K8S_116'), trivy('KCV-0042'), kubescape('etcd-tls-enabled'), kubescape('C-0153')],
});
