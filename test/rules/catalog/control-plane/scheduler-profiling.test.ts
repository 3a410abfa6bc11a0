import rule from '../../../../rules/catalog/control-plane/scheduler-profiling.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-scheduler', { wrong: ['--profiling=true'], right: ['--profiling=false'] });
