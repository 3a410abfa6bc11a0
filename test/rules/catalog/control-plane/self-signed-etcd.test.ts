import rule from '../../../../rules/catalog/control-plane/self-signed-etcd.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'etcd', { wrong: ['--auto-tls=true'], right: ['--auto-tls=false'] });
