import { checkov, kubescape } from '../../contract/rule.ts';
import { flagRule, isUnset } from './shared/flag-rule.ts';

export default flagRule({
  id: 'overridden-hostname',
  component: 'kubelet',
  flags: ['hostname-override'],
  requirement: isUnset('node'),
  assumes: 'the node is known by the name of its host',
  severity: 'low',
  profile: 'strict',
  title: 'Kubelet overrides its host name',
  why: 'Certificates are made for the real name, and the audit log has the other.',
  remedy: 'Remove `--hostname-override`.',
  ignoreWhen: 'The cloud needs it to find the node.',
  section: '4.2.8',
  aliases: [checkov('CKV_K8S_146'), kubescape('kubelet-hostname-override'), kubescape('C-0179')],
});
