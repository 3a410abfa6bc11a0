import rule from '../../../../rules/catalog/control-plane/plain-kubelet-requests.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-apiserver', { wrong: ['--kubelet-https=false'], right: ['--kubelet-https=true'] });
