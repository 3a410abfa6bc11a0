import rule from '../../../../rules/catalog/control-plane/basic-auth-file.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', { wrong: ['--basic-auth-file=/etc/kubernetes/users.csv'], right: [] });
