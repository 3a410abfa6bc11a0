import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'plain-etcd-peers',
  component: 'etcd',
  flags: ['peer-cert-file', 'peer-key-file'],
  requirement: isSet('/etc/kubernetes/pki/etcd/peer.pem'),
  severity: 'high',
  profile: 'strict',
  title: 'Members of etcd talk in plain text',
  why: 'Every secret of the cluster crosses the network unencrypted.',
  remedy: 'Set `--peer-cert-file` and `--peer-key-file`.',
  section: '2.4',
  aliases: [checkov('CKV_K8S_119'), trivy('KCV-0045'), kubescape('etcd-peer-tls-enabled'), kubescape('C-0156')],
});
