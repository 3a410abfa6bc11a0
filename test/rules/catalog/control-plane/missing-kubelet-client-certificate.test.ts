import rule from '../../../../rules/catalog/control-plane/missing-kubelet-client-certificate.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag is missing',
    pod`
      containers:
        - name: kube-apiserver
      #         ^^^^^^^^^^^^^^ missing-kubelet-client-certificate 💡
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.pem
    `,
  );

  fix(
    'adds it',
    pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.pem
    `,
    pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.pem
            - --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.pem
    `,
  );

  clean(
    'as it should be, and other components',
    pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.pem
            - --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.pem
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --kubelet-client-certificate=x
            - --kubelet-client-key=x
    `,
  );

  clean(
    'a template fills it in',
    pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - {{ .Values.flags }}
    `,
  );
});
