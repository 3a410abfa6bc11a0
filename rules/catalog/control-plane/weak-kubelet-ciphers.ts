import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, isStrongCiphers } from './shared/flag-rule.ts';

export default flagRule({
  id: 'weak-kubelet-ciphers',
  component: 'kubelet',
  flags: ['tls-cipher-suites'],
  requirement: isStrongCiphers(
    'TLS_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
    'TLS_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_AES_128_CBC_SHA',
  ),
  severity: 'medium',
  profile: 'strict',
  title: 'Kubelet accepts weak ciphers',
  why: 'Whoever records the traffic today and gets the key one day reads what passed into containers.',
  remedy: 'Name strong ciphers alone in `--tls-cipher-suites`, or omit the flag.',
  section: '4.2.12',
  aliases: [
    checkov('CKV_K8S_151'),
    trivy('KCV-0092'),
    kubescape('kubelet-strong-cryptographics-ciphers'),
    kubescape('C-0184'),
  ],
});
