import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'scheduler-profiling',
  component: 'kube-scheduler',
  flags: ['profiling'],
  requirement: is('false', 'true'),
  severity: 'low',
  profile: 'strict',
  title: 'Scheduler exposes profiling data',
  why: 'Profiles reveal what the cluster does, and collecting them slows it down.',
  remedy: 'Set `--profiling=false`.',
  section: '1.4.1',
  aliases: [
    checkov('CKV_K8S_114'),
    trivy('KCV-0040'),
    kubescape('ensure-that-the-scheduler-profiling-argument-is-set-to-false'),
    kubescape('C-0151'),
  ],
});
