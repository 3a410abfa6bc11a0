import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'reachable-scheduler',
  component: 'kube-scheduler',
  flags: ['bind-address'],
  requirement: is('127.0.0.1', '0.0.0.0'),
  severity: 'low',
  profile: 'strict',
  title: 'Scheduler listens on every address',
  why: 'Its metrics reveal what the cluster does to everybody who reaches the node.',
  remedy: 'Set `--bind-address=127.0.0.1`.',
  section: '1.4.2',
  aliases: [
    checkov('CKV_K8S_115'),
    trivy('KCV-0041'),
    kubescape('ensure-that-the-scheduler-bind-address-argument-is-set-to-127.0.0.1'),
    kubescape('C-0152'),
  ],
});
