import rule from '../../../../rules/catalog/control-plane/always-allowed-api-requests.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  wrong: ['--authorization-mode=Node,RBAC,AlwaysAllow'],
  right: ['--authorization-mode=Node,RBAC'],
});
