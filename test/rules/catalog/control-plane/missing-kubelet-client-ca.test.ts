import rule from '../../../../rules/catalog/control-plane/missing-kubelet-client-ca.ts';
import { pod, testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the flag is missing')(pod`
    containers:
      - name: kubelet
    #         ^^^^^^^ missing-kubelet-client-ca 💡
        image: registry.k8s.io/kubelet:v1.35.0
        command:
          - kubelet
  `);

  fix('adds it')(pod`
      containers:
        - name: kubelet
          image: registry.k8s.io/kubelet:v1.35.0
          command:
            - kubelet
    +       - --client-ca-file=/etc/kubernetes/pki/ca.crt
  `);

  clean('as it should be, and other components')(pod`
    containers:
      - name: kubelet
        image: registry.k8s.io/kubelet:v1.35.0
        command:
          - kubelet
          - --client-ca-file=/etc/kubernetes/pki/ca.crt
      - name: kube-proxy
        image: registry.k8s.io/kube-proxy:v1.35.0
        command:
          - kube-proxy
          - --client-ca-file=x
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
    authentication:
      x509:
        clientCAFile: ""
    #                 ^^ missing-kubelet-client-ca 💡
  `);

  clean('a good configuration file')(yaml`
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    authentication:
      x509:
        clientCAFile: /etc/kubernetes/pki/ca.crt
  `);
});
