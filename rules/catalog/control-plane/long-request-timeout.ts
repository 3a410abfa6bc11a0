import { checkov, kubescape } from '../../contract/rule.ts';
import { flagRule, isShorterThan } from './shared/flag-rule.ts';

export default flagRule({
  id: 'long-request-timeout',
  component: 'kube-apiserver',
  flags: ['request-timeout'],
  requirement: isShorterThan(300, '60s', '1h'),
  severity: 'low',
  profile: 'strict',
  title: 'API server requests may take too long',
  why: 'A few slow clients hold all its connections.',
  remedy: 'Set `--request-timeout` to at most five minutes, or omit it.',
  section: '1.2.23',
  aliases: [
    checkov('CKV_K8S_95'),
    kubescape('ensure-that-the-api-server-request-timeout-argument-is-set-as-appropriate'),
    kubescape('C-0134'),
  ],
});
