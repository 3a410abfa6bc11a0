import rule from '../../../../rules/catalog/control-plane/always-admitted-objects.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  wrong: ['--enable-admission-plugins=NodeRestriction,AlwaysAdmit'],
  right: ['--enable-admission-plugins=NodeRestriction'],
});
