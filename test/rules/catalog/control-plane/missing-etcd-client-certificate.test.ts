import rule from '../../../../rules/catalog/control-plane/missing-etcd-client-certificate.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag is missing',
    pod`
      containers:
        - name: kube-apiserver
      #         ^^^^^^^^^^^^^^ missing-etcd-client-certificate 💡
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.pem
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
            - --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.pem
    `,
    pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.pem
            - --etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.pem
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
            - --etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.pem
            - --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.pem
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --etcd-certfile=x
            - --etcd-keyfile=x
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
