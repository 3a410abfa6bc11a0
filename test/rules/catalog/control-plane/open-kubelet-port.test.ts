import rule from '../../../../rules/catalog/control-plane/open-kubelet-port.ts';
import { pod, testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the flag')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command:
          - kubelet
          - --read-only-port=10255
    #       ^^^^^^^^^^^^^^^^^^^^^^ open-kubelet-port 💡
  `);

  fix('mends it')(pod`
      containers:
        - name: kubelet
          image: registry.k8s.io/kubelet:v1.35.0
          command:
            - kubelet
    -       - --read-only-port=10255
    +       - --read-only-port=0
  `);

  clean('as it should be, and other components')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command:
          - kubelet
          - --read-only-port=0
      - name: kube-proxy
        image: registry.k8s.io/kube-proxy:v1.35.0
        command:
          - kube-proxy
          - --read-only-port=10255
  `);

  clean('a template fills it in')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command:
          - kubelet
          - {{ .Values.flags }}
  `);

  check('the configuration file')(yaml`
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    readOnlyPort: 10255
    #             ^^^^^ open-kubelet-port 💡
  `);

  clean('a good configuration file')(yaml`
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    readOnlyPort: 0
  `);
});
