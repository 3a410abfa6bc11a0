import rule from '../../../../rules/catalog/control-plane/missing-etcd-client-certificate.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  isMissing: true,
  wrong: ['--etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.pem'],
  right: [
    '--etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.pem',
    '--etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.pem',
  ],
  fine: [
    '--etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.pem',
    '--etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.pem',
  ],
  elsewhere: ['--etcd-certfile=x', '--etcd-keyfile=x'],
});
