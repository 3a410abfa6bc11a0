import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'shared-controller-credentials',
  component: 'kube-controller-manager',
  flags: ['use-service-account-credentials'],
  requirement: is('true', 'false'),
  severity: 'medium',
  profile: 'strict',
  title: 'Controllers share one powerful login',
  why: 'Each could be held to what it needs; together they may do everything.',
  remedy: 'Set `--use-service-account-credentials=true`.',
  section: '1.3.3',
  aliases: [
    checkov('CKV_K8S_108'),
    trivy('KCV-0035'),
    kubescape('ensure-that-the-controller-manager-use-service-account-credentials-argument-is-set-to-true'),
    kubescape('C-0146'),
  ],
});
