import rule from '../../../../rules/catalog/control-plane/missing-node-authorizer.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  wrong: ['--authorization-mode=RBAC'],
  right: ['--authorization-mode=RBAC,Node'],
});
