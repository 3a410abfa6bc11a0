import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'api-server-profiling',
  component: 'kube-apiserver',
  flags: ['profiling'],
  requirement: is('false', 'true'),
  severity: 'low',
  profile: 'strict',
  title: 'API server exposes profiling data',
  why: 'Profiles reveal what the cluster does, and collecting them slows it down.',
  remedy: 'Set `--profiling=false`.',
  section: '1.2.18',
  aliases: [
    checkov('CKV_K8S_90'),
    trivy('KCV-0018'),
    kubescape('ensure-that-the-api-server-profiling-argument-is-set-to-false'),
    kubescape('C-0129'),
  ],
});
