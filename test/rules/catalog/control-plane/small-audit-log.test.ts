import rule from '../../../../rules/catalog/control-plane/small-audit-log.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', { wrong: ['--audit-log-maxsize=1'], right: ['--audit-log-maxsize=100'] });
