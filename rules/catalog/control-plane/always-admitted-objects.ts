import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { excludes, flagRule } from './shared/flag-rule.ts';

export default flagRule({
  id: 'always-admitted-objects',
  component: 'kube-apiserver',
  flags: ['enable-admission-plugins'],
  requirement: excludes('AlwaysAdmit', 'NodeRestriction'),
  severity: 'high',
  profile: 'strict',
  title: 'Admission accepts every object',
  why: 'The plugin AlwaysAdmit answers before any other is asked.',
  remedy: 'Remove `AlwaysAdmit` from `--enable-admission-plugins`.',
  section: '1.2.10',
  aliases: [
    checkov('CKV_K8S_79'),
    trivy('KCV-0011'),
    kubescape('ensure-that-the-admission-control-plugin-AlwaysAdmit-is-not-set'),
    kubescape('C-0122'),
  ],
});
