import rule from '../../../../rules/catalog/control-plane/long-request-timeout.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', { wrong: ['--request-timeout=1h'], right: ['--request-timeout=60s'] });
