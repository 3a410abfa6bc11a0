import rule from '../../../../rules/catalog/control-plane/missing-event-rate-limit.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  wrong: ['--enable-admission-plugins=NodeRestriction'],
  right: ['--enable-admission-plugins=NodeRestriction,EventRateLimit'],
});
