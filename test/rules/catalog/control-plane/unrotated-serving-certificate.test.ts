import rule from '../../../../rules/catalog/control-plane/unrotated-serving-certificate.ts';
import type { Example } from '../../../../rules/contract/example.ts';
import { testRule } from '../../../harness/index.ts';

const kubelet = (flag: string): Example => ({
  language: 'yaml',
  text: `apiVersion: v1\nkind: Pod\nmetadata:\n  name: node\nspec:\n  containers:\n    - name: kubelet\n      image: registry.k8s.io/kubelet:v1.35.0\n      command:\n        - kubelet\n        - ${flag}\n`,
});

testRule(rule, ({ check, clean, fix }) => {
  check('switched off')(
    kubelet(
      '--feature-gates=RotateKubeletServerCertificate=false\n#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unrotated-serving-certificate 💡',
    ),
  );
  clean('other gates')(kubelet('--feature-gates=UserNamespacesSupport=false'));
  clean('no gates')(kubelet('--v=2'));
  fix('leaves the other gates')(
    kubelet('--feature-gates=UserNamespacesSupport=true,RotateKubeletServerCertificate=false'),
    kubelet('--feature-gates=UserNamespacesSupport=true'),
  );
});
