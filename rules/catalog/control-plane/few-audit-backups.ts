import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isAtLeast } from './shared/flag-rule.ts';

export default flagRule({
  id: 'few-audit-backups',
  component: 'kube-apiserver',
  flags: ['audit-log-maxbackup'],
  requirement: isAtLeast(10),
  severity: 'low',
  profile: 'strict',
  title: 'Few old audit logs are kept',
  why: 'An attacker who causes many entries pushes the traces of the attack out of the log.',
  remedy: 'Set `--audit-log-maxbackup=10`.',
  section: '1.2.21',
  aliases: [
    checkov('CKV_K8S_93'),
    trivy('KCV-0021'),
    kubescape('ensure-that-the-api-server-audit-log-maxbackup-argument-is-set-to-10-or-as-appropriate'),
    kubescape('C-0132'),
  ],
});
