import rule from '../../../../rules/catalog/control-plane/controller-manager-profiling.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-controller-manager', { wrong: ['--profiling=true'], right: ['--profiling=false'] });
