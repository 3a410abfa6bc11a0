import rule from '../../../../rules/catalog/control-plane/missing-rbac-authorizer.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  wrong: ['--authorization-mode=Node'],
  right: ['--authorization-mode=Node,RBAC'],
});
