import rule from '../../../../rules/catalog/control-plane/unencrypted-secrets-at-rest.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  isMissing: true,
  wrong: [],
  right: ['--encryption-provider-config=/etc/kubernetes/encryption.yaml'],
  elsewhere: ['--encryption-provider-config=x'],
});
