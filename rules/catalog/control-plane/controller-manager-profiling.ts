import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'controller-manager-profiling',
  component: 'kube-controller-manager',
  flags: ['profiling'],
  requirement: is('false', 'true'),
  severity: 'low',
  profile: 'strict',
  title: 'Controller manager exposes profiling data',
  why: 'Profiles reveal what the cluster does, and collecting them slows it down.',
  remedy: 'Set `--profiling=false`.',
  section: '1.3.2',
  aliases: [
    checkov('CKV_K8S_107'),
    trivy('KCV-0034'),
    kubescape('ensure-that-the-controller-manager-profiling-argument-is-set-to-false'),
    kubescape('C-0145'),
  ],
});
