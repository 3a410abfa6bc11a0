import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { excludes, flagRule } from './shared/flag-rule.ts';

export default flagRule({
  id: 'unrotated-kubelet-server-certificate',
  component: 'kube-controller-manager',
  flags: ['feature-gates'],
  requirement: excludes('RotateKubeletServerCertificate=false', 'RotateKubeletServerCertificate=true'),
  assumes: 'somebody approves its certificate requests',
  severity: 'medium',
  profile: 'strict',
  title: 'Kubelet certificate not renewed',
  why: 'A stolen certificate can be used until somebody replaces it by hand.',
  remedy: 'Remove `RotateKubeletServerCertificate=false` from `--feature-gates`.',
  section: '1.3.6',
  aliases: [
    checkov('CKV_K8S_112'),
    trivy('KCV-0038'),
    kubescape('ensure-that-the-controller-manager-RotateKubeletServerCertificate-argument-is-set-to-true'),
    kubescape('C-0149'),
  ],
});
