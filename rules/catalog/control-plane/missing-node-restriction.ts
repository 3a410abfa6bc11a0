import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, includes } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-node-restriction',
  component: 'kube-apiserver',
  flags: ['enable-admission-plugins'],
  requirement: includes('NodeRestriction', 'EventRateLimit'),
  severity: 'medium',
  profile: 'strict',
  title: 'Kubelets may change other nodes',
  why: 'Whoever controls one node changes the labels of others, so that pods with secrets are scheduled onto it.',
  remedy: 'Name `NodeRestriction` in `--enable-admission-plugins`.',
  section: '1.2.15',
  aliases: [
    checkov('CKV_K8S_85'),
    trivy('KCV-0016'),
    kubescape('ensure-that-the-admission-control-plugin-NodeRestriction-is-set'),
    kubescape('C-0127'),
  ],
});
