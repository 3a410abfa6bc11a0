import rule from '../../../../rules/catalog/control-plane/old-kubelet-tls.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kubelet', {
  wrong: ['--tls-min-version=VersionTLS10'],
  right: ['--tls-min-version=VersionTLS12'],
});
