import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'unverified-etcd',
  component: 'kube-apiserver',
  flags: ['etcd-cafile'],
  requirement: isSet('/etc/kubernetes/pki/etcd/ca.crt'),
  severity: 'high',
  profile: 'strict',
  title: 'API server does not verify etcd',
  why: 'Whoever takes its address gets every secret that is written.',
  remedy: 'Set `--etcd-cafile`.',
  section: '1.2.29',
  aliases: [
    checkov('CKV_K8S_102'),
    trivy('KCV-0029'),
    kubescape('ensure-that-the-api-server-etcd-cafile-argument-is-set-as-appropriate'),
    kubescape('C-0140'),
  ],
});
