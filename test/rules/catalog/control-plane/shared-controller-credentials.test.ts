import rule from '../../../../rules/catalog/control-plane/shared-controller-credentials.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-controller-manager', {
  wrong: ['--use-service-account-credentials=false'],
  right: ['--use-service-account-credentials=true'],
});
