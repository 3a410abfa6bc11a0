import rule from '../../../../rules/catalog/control-plane/unauthenticated-etcd-peers.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'etcd', { wrong: ['--peer-client-cert-auth=false'], right: ['--peer-client-cert-auth=true'] });
