import rule from '../../../rules/control-plane/plain-etcd.ts';
import { testRule, yaml } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag is missing',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: etcd
        namespace: kube-system
      spec:
        containers:
          - name: etcd
      #           ^^^^ plain-etcd 💡
            image: registry.k8s.io/etcd:3.6.5-0
            command:
              - etcd
              - --key-file=/etc/kubernetes/pki/etcd/server.pem
    `,
  );

  fix(
    'adds it',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: etcd
        namespace: kube-system
      spec:
        containers:
          - name: etcd
            image: registry.k8s.io/etcd:3.6.5-0
            command:
              - etcd
              - --key-file=/etc/kubernetes/pki/etcd/server.pem
    `,
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: etcd
        namespace: kube-system
      spec:
        containers:
          - name: etcd
            image: registry.k8s.io/etcd:3.6.5-0
            command:
              - etcd
              - --key-file=/etc/kubernetes/pki/etcd/server.pem
              - --cert-file=/etc/kubernetes/pki/etcd/server.pem
    `,
  );

  clean(
    'as it should be, and other components',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: etcd
        namespace: kube-system
      spec:
        containers:
          - name: etcd
            image: registry.k8s.io/etcd:3.6.5-0
            command:
              - etcd
              - --cert-file=/etc/kubernetes/pki/etcd/server.pem
              - --key-file=/etc/kubernetes/pki/etcd/server.pem
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
              - --cert-file=x
              - --key-file=x
    `,
  );

  clean(
    'a template fills it in',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: etcd
        namespace: kube-system
      spec:
        containers:
          - name: etcd
            image: registry.k8s.io/etcd:3.6.5-0
            command:
              - etcd
              - {{ .Values.flags }}
    `,
  );
});
