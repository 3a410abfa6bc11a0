import rule from '../../../../rules/catalog/control-plane/unauthenticated-etcd-clients.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'etcd', { wrong: ['--client-cert-auth=false'], right: ['--client-cert-auth=true'] });
