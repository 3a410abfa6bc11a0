import rule from '../../../../rules/catalog/control-plane/old-api-server-tls.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  wrong: ['--tls-min-version=VersionTLS10'],
  right: ['--tls-min-version=VersionTLS12'],
});
