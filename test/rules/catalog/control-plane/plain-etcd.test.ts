import rule from '../../../../rules/catalog/control-plane/plain-etcd.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'etcd', {
  isMissing: true,
  wrong: ['--key-file=/etc/kubernetes/pki/etcd/server.pem'],
  right: ['--key-file=/etc/kubernetes/pki/etcd/server.pem', '--cert-file=/etc/kubernetes/pki/etcd/server.pem'],
  fine: ['--cert-file=/etc/kubernetes/pki/etcd/server.pem', '--key-file=/etc/kubernetes/pki/etcd/server.pem'],
  elsewhere: ['--cert-file=x', '--key-file=x'],
});
