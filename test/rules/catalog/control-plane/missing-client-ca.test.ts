import rule from '../../../../rules/catalog/control-plane/missing-client-ca.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  isMissing: true,
  wrong: [],
  right: ['--client-ca-file=/etc/kubernetes/pki/ca.crt'],
  elsewhere: ['--client-ca-file=x'],
});
