import rule from '../../../../rules/catalog/control-plane/api-server-profiling.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', { wrong: ['--profiling=true'], right: ['--profiling=false'] });
