import rule from '../../../../rules/catalog/control-plane/unchecked-account-tokens.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  wrong: ['--service-account-lookup=false'],
  right: ['--service-account-lookup=true'],
});
