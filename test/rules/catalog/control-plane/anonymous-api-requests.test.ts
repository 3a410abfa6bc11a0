import rule from '../../../../rules/catalog/control-plane/anonymous-api-requests.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', { wrong: ['--anonymous-auth=true'], right: ['--anonymous-auth=false'] });
