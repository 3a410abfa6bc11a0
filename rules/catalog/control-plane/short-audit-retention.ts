import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isAtLeast } from './shared/flag-rule.ts';

export default flagRule({
  id: 'short-audit-retention',
  component: 'kube-apiserver',
  flags: ['audit-log-maxage'],
  requirement: isAtLeast(30),
  severity: 'low',
  profile: 'strict',
  title: 'Audit logs are kept for less than a month',
  why: 'Most break-ins are noticed later than that.',
  remedy: 'Set `--audit-log-maxage=30`.',
  section: '1.2.20',
  aliases: [
    checkov('CKV_K8S_92'),
    trivy('KCV-0020'),
    kubescape('ensure-that-the-api-server-audit-log-maxage-argument-is-set-to-30-or-as-appropriate'),
    kubescape('C-0131'),
  ],
});
