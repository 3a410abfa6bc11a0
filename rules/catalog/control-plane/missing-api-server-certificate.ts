import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-api-server-certificate',
  component: 'kube-apiserver',
  flags: ['tls-cert-file', 'tls-private-key-file'],
  requirement: isSet('/etc/kubernetes/pki/apiserver.pem'),
  severity: 'medium',
  profile: 'strict',
  title: 'API server has a self-signed certificate',
  why: 'It creates a certificate at each start, so clients learn to ignore warnings.',
  remedy: 'Set `--tls-cert-file` and `--tls-private-key-file`.',
  section: '1.2.27',
  aliases: [
    checkov('CKV_K8S_100'),
    trivy('KCV-0027'),
    kubescape('ensure-that-the-api-server-tls-cert-file-and-tls-private-key-file-arguments-are-set-as-appropriate'),
    kubescape('C-0138'),
  ],
});
