import rule from '../../../../rules/catalog/control-plane/missing-external-ip-denial.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  wrong: ['--enable-admission-plugins=NodeRestriction'],
  right: ['--enable-admission-plugins=NodeRestriction,DenyServiceExternalIPs'],
});
