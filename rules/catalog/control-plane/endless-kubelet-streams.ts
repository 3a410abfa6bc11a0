import { checkov, kubescape } from '../../contract/rule.ts';
import { flagRule, isDuration } from './shared/flag-rule.ts';

export default flagRule({
  id: 'endless-kubelet-streams',
  component: 'kubelet',
  flags: ['streaming-connection-idle-timeout'],
  requirement: isDuration('4h'),
  setting: { path: ['streamingConnectionIdleTimeout'], whenUnset: true },
  severity: 'low',
  profile: 'strict',
  title: 'Sessions into containers never end',
  why: 'A forgotten shell stays open for whoever uses the keyboard next.',
  remedy: 'Set `--streaming-connection-idle-timeout` to some hours.',
  section: '4.2.5',
  aliases: [checkov('CKV_K8S_143'), kubescape('kubelet-streaming-connection-idle-timeout'), kubescape('C-0176')],
});
