import rule from '../../../../rules/catalog/control-plane/unlimited-pod-garbage.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-controller-manager', {
  isMissing: true,
  wrong: [],
  right: ['--terminated-pod-gc-threshold=1000'],
  elsewhere: ['--terminated-pod-gc-threshold=x'],
});
