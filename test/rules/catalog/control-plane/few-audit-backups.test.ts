import rule from '../../../../rules/catalog/control-plane/few-audit-backups.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', { wrong: ['--audit-log-maxbackup=1'], right: ['--audit-log-maxbackup=10'] });
