import rule from '../../../../rules/catalog/control-plane/missing-account-private-key.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-controller-manager', {
  isMissing: true,
  wrong: [],
  right: ['--service-account-private-key-file=/etc/kubernetes/pki/sa.key'],
  elsewhere: ['--service-account-private-key-file=x'],
});
