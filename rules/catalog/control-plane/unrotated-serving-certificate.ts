import { checkov, kubescape } from '../../contract/rule.ts';
import { excludes, flagRule } from './shared/flag-rule.ts';

export default flagRule({
  id: 'unrotated-serving-certificate',
  component: 'kubelet',
  flags: ['feature-gates'],
  requirement: excludes('RotateKubeletServerCertificate=false', 'RotateKubeletServerCertificate=true'),
  assumes: 'somebody approves its certificate requests',
  severity: 'medium',
  profile: 'strict',
  title: 'Serving certificate not renewed',
  why: 'A stolen certificate can be used until somebody replaces it by hand.',
  remedy: 'Remove `RotateKubeletServerCertificate=false` from `--feature-gates`.',
  section: '4.2.11',
  aliases: [checkov('CKV_K8S_150'), kubescape('kubelet-rotate-kubelet-server-certificate'), kubescape('C-0183')],
});
