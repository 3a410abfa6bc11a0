import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-etcd-client-certificate',
  component: 'kube-apiserver',
  flags: ['etcd-certfile', 'etcd-keyfile'],
  requirement: isSet('/etc/kubernetes/pki/apiserver-etcd-client.pem'),
  severity: 'high',
  profile: 'strict',
  title: 'API server has no certificate for etcd',
  why: 'etcd then has to answer everybody, with every secret of the cluster.',
  remedy: 'Set `--etcd-certfile` and `--etcd-keyfile`.',
  section: '1.2.26',
  aliases: [
    checkov('CKV_K8S_99'),
    trivy('KCV-0026'),
    kubescape('ensure-that-the-api-server-etcd-certfile-and-etcd-keyfile-arguments-are-set-as-appropriate'),
    kubescape('C-0137'),
  ],
});
