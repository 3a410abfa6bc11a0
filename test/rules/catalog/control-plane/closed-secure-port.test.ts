import rule from '../../../../rules/catalog/control-plane/closed-secure-port.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', { wrong: ['--secure-port=0'], right: ['--secure-port=6443'] });
