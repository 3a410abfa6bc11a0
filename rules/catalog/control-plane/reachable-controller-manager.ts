import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'reachable-controller-manager',
  component: 'kube-controller-manager',
  flags: ['bind-address'],
  requirement: is('127.0.0.1', '0.0.0.0'),
  severity: 'low',
  profile: 'strict',
  title: 'Controller manager listens on every address',
  why: 'Its metrics reveal what the cluster does to everybody who reaches the node.',
  remedy: 'Set `--bind-address=127.0.0.1`.',
  section: '1.3.7',
  aliases: [
    checkov('CKV_K8S_113'),
    trivy('KCV-0039'),
    kubescape('ensure-that-the-controller-manager-bind-address-argument-is-set-to-127.0.0.1'),
    kubescape('C-0150'),
  ],
});
