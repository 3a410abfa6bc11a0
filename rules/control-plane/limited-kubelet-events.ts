import { flagRule, is } from '../model/kubernetes/flag-rule.ts';
import { checkov, kubescape } from '../rule.ts';

export default flagRule({
  id: 'limited-kubelet-events',
  component: 'kubelet',
  flags: ['event-qps'],
  demand: is('0', '5', true),
  setting: { path: ['eventRecordQPS'], whenUnset: true },
  severity: 'low',
  profile: 'all',
  title: 'Kubelet drops events',
  why: 'In a storm of them those that tell of a break-in may be missing.',
  remedy: 'Set `--event-qps=0`, or high enough.',
  section: '4.2.9',
  aliases: [checkov('CKV_K8S_147'), kubescape('kubelet-event-qps'), kubescape('C-0180')],
});
