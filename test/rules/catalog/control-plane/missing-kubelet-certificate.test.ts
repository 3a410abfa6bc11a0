import rule from '../../../../rules/catalog/control-plane/missing-kubelet-certificate.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag is missing',
    pod`
      containers:
        - name: kubelet
      #         ^^^^^^^ missing-kubelet-certificate 💡
          image: registry.k8s.io/kubelet:v1.35.0
          command:
            - kubelet
            - --tls-private-key-file=/var/lib/kubelet/pki/kubelet.pem
    `,
  );

  fix(
    'adds it',
    pod`
      containers:
        - name: kubelet
          image: registry.k8s.io/kubelet:v1.35.0
          command:
            - kubelet
            - --tls-private-key-file=/var/lib/kubelet/pki/kubelet.pem
    `,
    pod`
      containers:
        - name: kubelet
          image: registry.k8s.io/kubelet:v1.35.0
          command:
            - kubelet
            - --tls-private-key-file=/var/lib/kubelet/pki/kubelet.pem
            - --tls-cert-file=/var/lib/kubelet/pki/kubelet.pem
    `,
  );

  clean(
    'as it should be, and other components',
    pod`
      containers:
        - name: kubelet
          image: registry.k8s.io/kubelet:v1.35.0
          command:
            - kubelet
            - --tls-cert-file=/var/lib/kubelet/pki/kubelet.pem
            - --tls-private-key-file=/var/lib/kubelet/pki/kubelet.pem
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --tls-cert-file=x
            - --tls-private-key-file=x
    `,
  );

  clean(
    'a template fills it in',
    pod`
      containers:
        - name: kubelet
          image: registry.k8s.io/kubelet:v1.35.0
          command:
            - kubelet
            - {{ .Values.flags }}
    `,
  );
});
