import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isAtLeast } from './shared/flag-rule.ts';

export default flagRule({
  id: 'small-audit-log',
  component: 'kube-apiserver',
  flags: ['audit-log-maxsize'],
  requirement: isAtLeast(100),
  severity: 'low',
  profile: 'strict',
  title: 'Audit log files are small',
  why: 'An attacker who causes many entries pushes the traces of the attack out of the log.',
  remedy: 'Set `--audit-log-maxsize=100`.',
  section: '1.2.22',
  aliases: [
    checkov('CKV_K8S_94'),
    trivy('KCV-0022'),
    kubescape('ensure-that-the-api-server-audit-log-maxsize-argument-is-set-to-100-or-as-appropriate'),
    kubescape('C-0133'),
  ],
});
