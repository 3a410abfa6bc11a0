import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, includes } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-rbac-authorizer',
  component: 'kube-apiserver',
  flags: ['authorization-mode'],
  requirement: includes('RBAC', 'Node'),
  severity: 'high',
  profile: 'strict',
  title: 'Roles and bindings are not evaluated',
  why: 'Without RBAC nobody can be given less than everything.',
  remedy: 'Name `RBAC` in `--authorization-mode`.',
  section: '1.2.8',
  aliases: [
    checkov('CKV_K8S_77'),
    trivy('KCV-0009'),
    kubescape('ensure-that-the-api-server-authorization-mode-argument-includes-RBAC'),
    kubescape('C-0120'),
    kubescape('rbac-enabled-native'),
  ],
});
