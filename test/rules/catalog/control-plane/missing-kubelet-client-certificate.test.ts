import rule from '../../../../rules/catalog/control-plane/missing-kubelet-client-certificate.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  isMissing: true,
  wrong: ['--kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.pem'],
  right: [
    '--kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.pem',
    '--kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.pem',
  ],
  fine: [
    '--kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.pem',
    '--kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.pem',
  ],
  elsewhere: ['--kubelet-client-certificate=x', '--kubelet-client-key=x'],
});
