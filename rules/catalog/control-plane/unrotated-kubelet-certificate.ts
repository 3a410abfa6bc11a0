import { checkov, kubescape } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'unrotated-kubelet-certificate',
  component: 'kubelet',
  flags: ['rotate-certificates'],
  requirement: is('true', 'false'),
  setting: { path: ['rotateCertificates'], whenUnset: false },
  severity: 'medium',
  profile: 'strict',
  title: 'Login of the kubelet is never renewed',
  why: 'One that is stolen is good until somebody changes it by hand.',
  remedy: 'Set `--rotate-certificates=true`.',
  section: '4.2.11',
  aliases: [checkov('CKV_K8S_149'), kubescape('kubelet-rotate-certificates'), kubescape('C-0182')],
});
