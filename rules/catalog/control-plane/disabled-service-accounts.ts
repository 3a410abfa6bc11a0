import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { excludes, flagRule } from './shared/flag-rule.ts';

export default flagRule({
  id: 'disabled-service-accounts',
  component: 'kube-apiserver',
  flags: ['disable-admission-plugins'],
  requirement: excludes('ServiceAccount', 'PersistentVolumeLabel'),
  severity: 'medium',
  profile: 'strict',
  title: 'Pods may name accounts that do not exist',
  why: 'The plugin ServiceAccount checks the account of each pod, and gives it one.',
  remedy: 'Remove `ServiceAccount` from `--disable-admission-plugins`.',
  section: '1.2.13',
  aliases: [
    checkov('CKV_K8S_82'),
    trivy('KCV-0014'),
    kubescape('ensure-that-the-admission-control-plugin-ServiceAccount-is-set'),
    kubescape('C-0125'),
  ],
});
