import rule from '../../../../rules/catalog/control-plane/always-allowed-kubelet-requests.ts';
import { pod, testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the flag')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command:
          - kubelet
          - --authorization-mode=AlwaysAllow
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ always-allowed-kubelet-requests 💡
  `);

  fix('mends it')(pod`
      containers:
        - name: kubelet
          image: registry.k8s.io/kubelet:v1.35.0
          command:
            - kubelet
    -       - --authorization-mode=AlwaysAllow
    +       - --authorization-mode=Webhook
  `);

  clean('as it should be, and other components')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command:
          - kubelet
          - --authorization-mode=Webhook
      - name: kube-proxy
        image: registry.k8s.io/kube-proxy:v1.35.0
        command:
          - kube-proxy
          - --authorization-mode=AlwaysAllow
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
    authorization:
      mode: AlwaysAllow
    #       ^^^^^^^^^^^ always-allowed-kubelet-requests 💡
  `);

  clean('a good configuration file')(yaml`
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    authorization:
      mode: Webhook
  `);
});
