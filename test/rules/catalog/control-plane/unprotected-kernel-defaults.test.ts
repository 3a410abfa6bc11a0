import rule from '../../../../rules/catalog/control-plane/unprotected-kernel-defaults.ts';
import { pod, testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the flag')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command:
          - kubelet
          - --protect-kernel-defaults=false
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unprotected-kernel-defaults 💡
  `);

  fix('mends it')(pod`
      containers:
        - name: kubelet
          image: registry.k8s.io/kubelet:v1.35.0
          command:
            - kubelet
    -       - --protect-kernel-defaults=false
    +       - --protect-kernel-defaults=true
  `);

  clean('as it should be, and other components')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command:
          - kubelet
          - --protect-kernel-defaults=true
      - name: kube-proxy
        image: registry.k8s.io/kube-proxy:v1.35.0
        command:
          - kube-proxy
          - --protect-kernel-defaults=false
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
    protectKernelDefaults: false
    #                      ^^^^^ unprotected-kernel-defaults 💡
  `);

  clean('a good configuration file')(yaml`
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    protectKernelDefaults: true
  `);
});
