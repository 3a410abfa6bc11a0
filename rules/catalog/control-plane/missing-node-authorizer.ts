import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, includes } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-node-authorizer',
  component: 'kube-apiserver',
  flags: ['authorization-mode'],
  requirement: includes('Node', 'RBAC'),
  severity: 'medium',
  profile: 'strict',
  title: 'Nodes may read secrets of other nodes',
  why: 'Without the Node authorizer a kubelet reads the secrets of pods of every other node.',
  remedy: 'Name `Node` in `--authorization-mode`.',
  section: '1.2.7',
  aliases: [
    checkov('CKV_K8S_75'),
    trivy('KCV-0008'),
    kubescape('ensure-that-the-api-server-authorization-mode-argument-includes-Node'),
    kubescape('C-0119'),
  ],
});
