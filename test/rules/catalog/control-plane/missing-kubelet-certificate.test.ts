import rule from '../../../../rules/catalog/control-plane/missing-kubelet-certificate.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kubelet', {
  isMissing: true,
  wrong: ['--tls-private-key-file=/var/lib/kubelet/pki/kubelet.pem'],
  right: [
    '--tls-private-key-file=/var/lib/kubelet/pki/kubelet.pem',
    '--tls-cert-file=/var/lib/kubelet/pki/kubelet.pem',
  ],
  fine: ['--tls-cert-file=/var/lib/kubelet/pki/kubelet.pem', '--tls-private-key-file=/var/lib/kubelet/pki/kubelet.pem'],
  elsewhere: ['--tls-cert-file=x', '--tls-private-key-file=x'],
});
