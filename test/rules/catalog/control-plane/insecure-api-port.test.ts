import rule from '../../../../rules/catalog/control-plane/insecure-api-port.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', { wrong: ['--insecure-port=8080'], right: ['--insecure-port=0'] });
