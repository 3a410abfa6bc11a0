import rule from '../../../../rules/catalog/control-plane/old-scheduler-tls.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-scheduler', {
  wrong: ['--tls-min-version=VersionTLS10'],
  right: ['--tls-min-version=VersionTLS12'],
});
