import rule from '../../../../rules/catalog/control-plane/endless-kubelet-streams.ts';
import { pod, testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the flag')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command:
          - kubelet
          - --streaming-connection-idle-timeout=0
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ endless-kubelet-streams 💡
  `);

  fix('mends it')(pod`
      containers:
        - name: kubelet
          image: registry.k8s.io/kubelet:v1.35.0
          command:
            - kubelet
    -       - --streaming-connection-idle-timeout=0
    +       - --streaming-connection-idle-timeout=4h
  `);

  clean('as it should be, and other components')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command:
          - kubelet
          - --streaming-connection-idle-timeout=4h
      - name: kube-proxy
        image: registry.k8s.io/kube-proxy:v1.35.0
        command:
          - kube-proxy
          - --streaming-connection-idle-timeout=0
  `);

  clean('a template fills it in')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command:
          - kubelet
          - {{ .Values.flags }}
  `);

  check('zero with a unit')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command:
          - kubelet
          - --streaming-connection-idle-timeout=0h0m
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ endless-kubelet-streams 💡
  `);

  check('the configuration file')(yaml`
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    streamingConnectionIdleTimeout: 0
    #                               ^ endless-kubelet-streams 💡
  `);

  clean('a good configuration file')(yaml`
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    streamingConnectionIdleTimeout: 4h
  `);
});
