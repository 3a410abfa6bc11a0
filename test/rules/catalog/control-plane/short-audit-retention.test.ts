import rule from '../../../../rules/catalog/control-plane/short-audit-retention.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', { wrong: ['--audit-log-maxage=1'], right: ['--audit-log-maxage=30'] });
