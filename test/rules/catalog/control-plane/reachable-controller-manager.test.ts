import rule from '../../../../rules/catalog/control-plane/reachable-controller-manager.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-controller-manager', {
  wrong: ['--bind-address=0.0.0.0'],
  right: ['--bind-address=127.0.0.1'],
});
