import rule from '../../../../rules/catalog/control-plane/missing-api-server-certificate.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag is missing',
    pod`
      containers:
        - name: kube-apiserver
      #         ^^^^^^^^^^^^^^ missing-api-server-certificate 💡
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - --tls-private-key-file=/etc/kubernetes/pki/apiserver.pem
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
            - --tls-private-key-file=/etc/kubernetes/pki/apiserver.pem
    `,
    pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - --tls-private-key-file=/etc/kubernetes/pki/apiserver.pem
            - --tls-cert-file=/etc/kubernetes/pki/apiserver.pem
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
            - --tls-cert-file=/etc/kubernetes/pki/apiserver.pem
            - --tls-private-key-file=/etc/kubernetes/pki/apiserver.pem
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
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - {{ .Values.flags }}
    `,
  );
});
