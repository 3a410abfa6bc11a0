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
  title: 'Kubelet certificate is never renewed',
  why: 'A stolen certificate can be used until somebody replaces it by hand.',
  remedy: 'Set `--rotate-certificates=true`.',
  section: '4.2.11',
  aliases: [checkov('CKV_K8S_149'), kubescape('kubelet-rotate-certificates'), kubescape('C-0182')],
});
