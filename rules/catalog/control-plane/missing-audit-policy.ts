import { kubescape } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-audit-policy',
  component: 'kube-apiserver',
  flags: ['audit-policy-file'],
  requirement: isSet('/etc/kubernetes/audit-policy.yaml'),
  severity: 'medium',
  profile: 'strict',
  title: 'API server has no audit policy',
  why: 'Without a policy no request is recorded, wherever the log goes. Nobody finds out later who took a secret.',
  remedy: 'Write an audit policy and name it with `--audit-policy-file`.',
  section: '3.2.1',
  aliases: [
    kubescape('k8s-audit-logs-enabled-native'),
    kubescape('k8s-audit-logs-enabled-native-cis'),
    kubescape('C-0160'),
    kubescape('C-0067'),
  ],
});
