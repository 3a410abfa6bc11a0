import rule from '../../../../rules/catalog/control-plane/reachable-scheduler.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-scheduler', { wrong: ['--bind-address=0.0.0.0'], right: ['--bind-address=127.0.0.1'] });
