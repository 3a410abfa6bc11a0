import { kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-client-ca',
  component: 'kube-apiserver',
  flags: ['client-ca-file'],
  requirement: isSet('/etc/kubernetes/pki/ca.crt'),
  severity: 'medium',
  profile: 'strict',
  title: 'API server accepts no client certificates',
  why: 'Only tokens are left, which are stolen more easily.',
  remedy: 'Set `--client-ca-file`.',
  section: '1.2.28',
  aliases: [
    trivy('KCV-0028'),
    kubescape('ensure-that-the-api-server-client-ca-file-argument-is-set-as-appropriate'),
    kubescape('C-0139'),
  ],
});
