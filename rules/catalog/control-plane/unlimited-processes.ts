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
  title: 'Pods may start any number of processes',
  why: 'A pod that starts more and more processes leaves none for its neighbours and the node.',
  remedy: 'Set `podPidsLimit` to what the largest of your pods needs.',
  section: '4.2.13',
  aliases: [kubescape('kubelet-set-pod-limit'), kubescape('C-0284')],
});
