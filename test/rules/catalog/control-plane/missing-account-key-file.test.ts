import rule from '../../../../rules/catalog/control-plane/missing-account-key-file.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  isMissing: true,
  wrong: [],
  right: ['--service-account-key-file=/etc/kubernetes/pki/sa.pub'],
  elsewhere: ['--service-account-key-file=x'],
});
