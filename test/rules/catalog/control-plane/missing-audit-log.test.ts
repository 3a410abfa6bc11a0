import rule from '../../../../rules/catalog/control-plane/missing-audit-log.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  isMissing: true,
  wrong: [],
  right: ['--audit-log-path=/var/log/kubernetes/audit.log'],
  elsewhere: ['--audit-log-path=x'],
});
