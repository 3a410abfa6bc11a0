import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, includes } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-event-rate-limit',
  component: 'kube-apiserver',
  flags: ['enable-admission-plugins'],
  requirement: includes('EventRateLimit', 'NodeRestriction'),
  assumes: 'its limits are given by --admission-control-config-file',
  severity: 'low',
  profile: 'all',
  title: 'Events may flood the API server',
  why: 'One misbehaving program fills etcd with events and slows everybody down.',
  remedy: 'Name `EventRateLimit` in `--enable-admission-plugins`, with its configuration.',
  section: '1.2.9',
  aliases: [
    checkov('CKV_K8S_78'),
    trivy('KCV-0010'),
    kubescape('ensure-that-the-admission-control-plugin-EventRateLimit-is-set'),
    kubescape('C-0121'),
  ],
});
