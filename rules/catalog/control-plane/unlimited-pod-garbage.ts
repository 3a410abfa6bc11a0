import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isLimit } from './shared/flag-rule.ts';

export default flagRule({
  id: 'unlimited-pod-garbage',
  component: 'kube-controller-manager',
  flags: ['terminated-pod-gc-threshold'],
  requirement: isLimit(1000),
  severity: 'low',
  profile: 'all',
  title: 'Finished pods pile up',
  why: 'The default keeps 12,500 of them, which slows the API server down.',
  remedy: 'Set `--terminated-pod-gc-threshold`.',
  section: '1.3.1',
  aliases: [
    checkov('CKV_K8S_106'),
    trivy('KCV-0033'),
    kubescape('ensure-that-the-controller-manager-terminated-pod-gc-threshold-argument-is-set-as-appropriate'),
    kubescape('C-0144'),
  ],
});
