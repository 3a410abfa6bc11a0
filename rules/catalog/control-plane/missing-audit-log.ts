import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-audit-log',
  component: 'kube-apiserver',
  flags: ['audit-log-path'],
  requirement: isSet('/var/log/kubernetes/audit.log'),
  severity: 'medium',
  profile: 'strict',
  title: 'API server writes no audit log',
  why: 'After a break-in nobody can tell which secrets were read and what was left behind.',
  remedy: 'Set `--audit-log-path` and `--audit-policy-file`.',
  section: '1.2.19',
  aliases: [
    checkov('CKV_K8S_91'),
    trivy('KCV-0019'),
    kubescape('ensure-that-the-api-server-audit-log-path-argument-is-set'),
    kubescape('C-0130'),
  ],
});
