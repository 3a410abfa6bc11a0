import rule from '../../../../rules/catalog/control-plane/insecure-bind-address.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', { wrong: ['--insecure-bind-address=0.0.0.0'], right: [] });
