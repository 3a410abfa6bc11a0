import rule from '../../../../rules/catalog/control-plane/missing-api-server-certificate.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  isMissing: true,
  wrong: ['--tls-private-key-file=/etc/kubernetes/pki/apiserver.pem'],
  right: [
    '--tls-private-key-file=/etc/kubernetes/pki/apiserver.pem',
    '--tls-cert-file=/etc/kubernetes/pki/apiserver.pem',
  ],
  fine: [
    '--tls-cert-file=/etc/kubernetes/pki/apiserver.pem',
    '--tls-private-key-file=/etc/kubernetes/pki/apiserver.pem',
  ],
  elsewhere: ['--tls-cert-file=x', '--tls-private-key-file=x'],
});
