import rule from '../../../../rules/catalog/control-plane/self-signed-etcd-peers.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'etcd', { wrong: ['--peer-auto-tls=true'], right: ['--peer-auto-tls=false'] });
