import rule from '../../../../rules/catalog/control-plane/missing-root-ca.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-controller-manager', {
  isMissing: true,
  wrong: [],
  right: ['--root-ca-file=/etc/kubernetes/pki/ca.crt'],
  elsewhere: ['--root-ca-file=x'],
});
