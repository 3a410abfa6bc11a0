import rule from '../../../rules/control-plane/missing-etcd-client-certificate.ts';
import { testRule, yaml } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag is missing',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
      #           ^^^^^^^^^^^^^^ missing-etcd-client-certificate 💡
            image: registry.k8s.io/kube-apiserver:v1.35.0
            command:
              - kube-apiserver
              - --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.pem
    `,
  );

  fix(
    'adds it',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
            image: registry.k8s.io/kube-apiserver:v1.35.0
            command:
              - kube-apiserver
              - --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.pem
    `,
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
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
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
            image: registry.k8s.io/kube-apiserver:v1.35.0
            command:
              - kube-apiserver
              - --etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.pem
              - --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.pem
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-proxy
        namespace: kube-system
      spec:
        containers:
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
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
            image: registry.k8s.io/kube-apiserver:v1.35.0
            command:
              - kube-apiserver
              - {{ .Values.flags }}
    `,
  );
});
