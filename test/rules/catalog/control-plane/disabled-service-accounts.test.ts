import rule from '../../../../rules/catalog/control-plane/disabled-service-accounts.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  wrong: ['--disable-admission-plugins=PersistentVolumeLabel,ServiceAccount'],
  right: ['--disable-admission-plugins=PersistentVolumeLabel'],
});
