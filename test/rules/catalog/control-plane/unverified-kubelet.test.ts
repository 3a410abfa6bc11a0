import rule from '../../../../rules/catalog/control-plane/unverified-kubelet.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  isMissing: true,
  wrong: [],
  right: ['--kubelet-certificate-authority=/etc/kubernetes/pki/ca.crt'],
  elsewhere: ['--kubelet-certificate-authority=x'],
});
