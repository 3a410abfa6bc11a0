import rule from '../../../../rules/catalog/control-plane/extended-account-tokens.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  wrong: ['--service-account-extend-token-expiration=true'],
  right: ['--service-account-extend-token-expiration=false'],
});
