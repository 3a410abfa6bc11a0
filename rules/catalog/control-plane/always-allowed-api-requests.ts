import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { excludes, flagRule } from './shared/flag-rule.ts';

export default flagRule({
  id: 'always-allowed-api-requests',
  component: 'kube-apiserver',
  flags: ['authorization-mode'],
  requirement: excludes('AlwaysAllow', 'Node,RBAC'),
  assumes: 'roles are bound to whoever needs them',
  severity: 'critical',
  profile: 'recommended',
  title: 'API server allows every request',
  why: 'With `AlwaysAllow` no role and no binding is looked at.',
  remedy: 'Set `--authorization-mode=Node,RBAC`.',
  section: '1.2.6',
  aliases: [
    checkov('CKV_K8S_74'),
    trivy('KCV-0007'),
    kubescape('ensure-that-the-api-server-authorization-mode-argument-is-not-set-to-AlwaysAllow'),
    kubescape('C-0118'),
  ],
});
