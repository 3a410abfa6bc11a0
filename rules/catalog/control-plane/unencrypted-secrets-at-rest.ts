import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isSet } from './shared/flag-rule.ts';

export default flagRule({
  id: 'unencrypted-secrets-at-rest',
  component: 'kube-apiserver',
  flags: ['encryption-provider-config'],
  requirement: isSet('/etc/kubernetes/encryption.yaml'),
  severity: 'medium',
  profile: 'strict',
  title: 'Secrets are stored in plain text',
  why: 'Whoever gets the disk of etcd, or a backup of it, has every password of the cluster.',
  remedy: 'Set `--encryption-provider-config`, with a provider other than `identity` in front.',
  section: '1.2.30',
  aliases: [
    checkov('CKV_K8S_104'),
    trivy('KCV-0030'),
    kubescape('ensure-that-the-api-server-encryption-provider-config-argument-is-set-as-appropriate'),
    kubescape('C-0141'),
    kubescape('etcd-encryption-native'),
  ],
});
