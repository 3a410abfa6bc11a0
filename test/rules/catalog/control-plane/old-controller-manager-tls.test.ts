import rule from '../../../../rules/catalog/control-plane/old-controller-manager-tls.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-controller-manager', {
  wrong: ['--tls-min-version=VersionTLS10'],
  right: ['--tls-min-version=VersionTLS12'],
});
