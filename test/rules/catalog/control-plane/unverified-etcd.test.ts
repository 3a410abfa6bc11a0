import rule from '../../../../rules/catalog/control-plane/unverified-etcd.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag is missing',
    pod`
      containers:
        - name: kube-apiserver
      #         ^^^^^^^^^^^^^^ unverified-etcd 💡
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
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
    `,
    pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - --etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt
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
            - --etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --etcd-cafile=x
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
