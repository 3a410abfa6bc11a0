import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { excludes, flagRule } from './shared/flag-rule.ts';

export default flagRule({
  id: 'disabled-namespace-lifecycle',
  component: 'kube-apiserver',
  flags: ['disable-admission-plugins'],
  requirement: excludes('NamespaceLifecycle', 'PersistentVolumeLabel'),
  severity: 'medium',
  profile: 'strict',
  title: 'Objects may be made in namespaces that are going',
  why: 'What is made while a namespace ends stays behind without one.',
  remedy: 'Take `NamespaceLifecycle` out of `--disable-admission-plugins`.',
  section: '1.2.14',
  aliases: [
    checkov('CKV_K8S_83'),
    trivy('KCV-0015'),
    kubescape('ensure-that-the-admission-control-plugin-NamespaceLifecycle-is-set'),
    kubescape('C-0126'),
  ],
});
