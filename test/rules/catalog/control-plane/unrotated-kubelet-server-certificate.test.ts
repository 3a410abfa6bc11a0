import rule from '../../../../rules/catalog/control-plane/unrotated-kubelet-server-certificate.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag',
    pod`
      containers:
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.35.0
          command:
            - kube-controller-manager
            - --feature-gates=RotateKubeletServerCertificate=true,RotateKubeletServerCertificate=false
      #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unrotated-kubelet-server-certificate 💡
    `,
  );

  fix(
    'mends it',
    pod`
      containers:
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.35.0
          command:
            - kube-controller-manager
            - --feature-gates=RotateKubeletServerCertificate=true,RotateKubeletServerCertificate=false
    `,
    pod`
      containers:
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.35.0
          command:
            - kube-controller-manager
            - --feature-gates=RotateKubeletServerCertificate=true
    `,
  );

  clean(
    'as it should be, and other components',
    pod`
      containers:
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.35.0
          command:
            - kube-controller-manager
            - --feature-gates=RotateKubeletServerCertificate=true
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --feature-gates=RotateKubeletServerCertificate=true,RotateKubeletServerCertificate=false
    `,
  );

  clean(
    'a template fills it in',
    pod`
      containers:
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.35.0
          command:
            - kube-controller-manager
            - {{ .Values.flags }}
    `,
  );
});
