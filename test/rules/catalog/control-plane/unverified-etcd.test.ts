import rule from '../../../../rules/catalog/control-plane/unverified-etcd.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  isMissing: true,
  wrong: [],
  right: ['--etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt'],
  elsewhere: ['--etcd-cafile=x'],
});
