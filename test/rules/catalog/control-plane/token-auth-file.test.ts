import rule from '../../../../rules/catalog/control-plane/token-auth-file.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', { wrong: ['--token-auth-file=/etc/kubernetes/tokens.csv'], right: [] });
