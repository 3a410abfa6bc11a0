import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { excludes, flagRule } from './shared/flag-rule.ts';

export default flagRule({
  id: 'disabled-namespace-lifecycle',
  component: 'kube-apiserver',
  flags: ['disable-admission-plugins'],
  requirement: excludes('NamespaceLifecycle', 'PersistentVolumeLabel'),
  severity: 'medium',
  profile: 'strict',
  title: 'Ending namespaces accept objects',
  why: 'What is made while a namespace ends stays behind without one.',
  remedy: 'Remove `NamespaceLifecycle` from `--disable-admission-plugins`.',
  section: '1.2.14',
  aliases: [
    checkov('CKV_K8S_83'),
    trivy('KCV-0015'),
    kubescape('ensure-that-the-admission-control-plugin-NamespaceLifecycle-is-set'),
    kubescape('C-0126'),
  ],
});
