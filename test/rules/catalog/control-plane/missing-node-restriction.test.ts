import rule from '../../../../rules/catalog/control-plane/missing-node-restriction.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  wrong: ['--enable-admission-plugins=EventRateLimit'],
  right: ['--enable-admission-plugins=EventRateLimit,NodeRestriction'],
});
