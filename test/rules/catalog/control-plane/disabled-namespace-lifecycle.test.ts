import rule from '../../../../rules/catalog/control-plane/disabled-namespace-lifecycle.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', {
  wrong: ['--disable-admission-plugins=PersistentVolumeLabel,NamespaceLifecycle'],
  right: ['--disable-admission-plugins=PersistentVolumeLabel'],
});
