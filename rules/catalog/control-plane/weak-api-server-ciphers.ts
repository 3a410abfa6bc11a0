import { checkov, kubescape } from '../../contract/rule.ts';
import { flagRule, isStrongCiphers } from './shared/flag-rule.ts';

export default flagRule({
  id: 'weak-api-server-ciphers',
  component: 'kube-apiserver',
  flags: ['tls-cipher-suites'],
  requirement: isStrongCiphers(
    'TLS_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
    'TLS_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_AES_128_CBC_SHA',
  ),
  severity: 'medium',
  profile: 'strict',
  title: 'API server accepts weak ciphers',
  why: 'Whoever records the traffic today and gets the key one day reads every secret in it.',
  remedy: 'Name strong ciphers alone in `--tls-cipher-suites`, or omit the flag.',
  section: '1.2.29',
  aliases: [
    checkov('CKV_K8S_105'),
    kubescape('ensure-that-the-API-Server-only-makes-use-of-Strong-Cryptographic-Ciphers-cis1-10'),
    kubescape('C-0143'),
  ],
});
