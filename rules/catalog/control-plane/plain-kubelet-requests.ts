import { checkov, trivy } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'plain-kubelet-requests',
  component: 'kube-apiserver',
  flags: ['kubelet-https'],
  requirement: is('true', 'false', true),
  severity: 'high',
  profile: 'strict',
  title: 'API server talks to kubelets in plain text',
  why: 'Commands into containers and their output cross the network unencrypted.',
  remedy: 'Remove `--kubelet-https=false`.',
  section: '1.2.3',
  aliases: [checkov('CKV_K8S_71'), trivy('KCV-0004')],
});
