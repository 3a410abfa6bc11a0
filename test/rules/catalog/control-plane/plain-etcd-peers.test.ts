import rule from '../../../../rules/catalog/control-plane/plain-etcd-peers.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'etcd', {
  isMissing: true,
  wrong: ['--peer-key-file=/etc/kubernetes/pki/etcd/peer.pem'],
  right: ['--peer-key-file=/etc/kubernetes/pki/etcd/peer.pem', '--peer-cert-file=/etc/kubernetes/pki/etcd/peer.pem'],
  fine: ['--peer-cert-file=/etc/kubernetes/pki/etcd/peer.pem', '--peer-key-file=/etc/kubernetes/pki/etcd/peer.pem'],
  elsewhere: ['--peer-cert-file=x', '--peer-key-file=x'],
});
