import rule from '../../../../rules/catalog/control-plane/unlimited-processes.ts';
import { pod, testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('no limit, said so')(yaml`
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    podPidsLimit: -1
    #             ^^ unlimited-processes 💡
  `);
  check('no limit by default')(yaml`
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    #     ^^^^^^^^^^^^^^^^^^^^ unlimited-processes 💡
    maxPods: 110
  `);

  clean('a small limit')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command: [kubelet, --pod-max-pids=100]
  `);

  fix('sets one')(yaml`
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
    - podPidsLimit: -1
    + podPidsLimit: 4096
  `);
});
