import rule from '../../../../rules/catalog/control-plane/unrotated-kubelet-server-certificate.ts';
import { testFlagRule } from '../../../harness/flag-rule.ts';

testFlagRule(rule, 'kube-controller-manager', {
  wrong: ['--feature-gates=RotateKubeletServerCertificate=true,RotateKubeletServerCertificate=false'],
  right: ['--feature-gates=RotateKubeletServerCertificate=true'],
});
