import { kubescape } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-audit-policy',
  component: 'kube-apiserver',
  flags: ['audit-policy-file'],
  requirement: isSet('/etc/kubernetes/audit-policy.yaml'),
  severity: 'medium',
  profile: 'strict',
  title: 'API server records nothing of what it is asked',
  why: 'Without a policy no request is recorded, wherever the log is to go. Who took a secret is not found out later.',
  remedy: 'Write an audit policy and name it with `--audit-policy-file`.',
  section: '3.2.1',
  aliases: [
    kubescape('k8s-audit-logs-enabled-native'),
    kubescape('k8s-audit-logs-enabled-native-cis'),
    kubescape('C-0160'),
    kubescape('C-0067'),
  ],
});
