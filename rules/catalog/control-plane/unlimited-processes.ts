import { kubescape } from '../../contract/rule.ts';
import { flagRule, isLimit } from './shared/flag-rule.ts';

export default flagRule({
  id: 'unlimited-processes',
  component: 'kubelet',
  flags: ['pod-max-pids'],
  requirement: isLimit(4096),
  setting: { path: ['podPidsLimit'], whenUnset: false },
  severity: 'low',
  profile: 'strict',
  title: 'Pods may start processes without end',
  why: 'A pod that starts more and more leaves none for its neighbours, nor for the node itself.',
  remedy: 'Set `podPidsLimit` to what the largest of your pods needs.',
  section: '4.2.13',
  aliases: [kubescape('kubelet-set-pod-limit'), kubescape('C-0284')],
});
