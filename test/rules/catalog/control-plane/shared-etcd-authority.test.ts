import rule from '../../../../rules/catalog/control-plane/shared-etcd-authority.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'in both manifests',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
            image: registry.k8s.io/kube-apiserver:v1
            command:
              - kube-apiserver
              - --client-ca-file=/a.crt
      #         ^^^^^^^^^^^^^^^^^^^^^^^ shared-etcd-authority
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: etcd
        namespace: kube-system
      spec:
        containers:
          - name: etcd
            image: registry.k8s.io/etcd:v1
            command:
              - etcd
              - --trusted-ca-file=/a.crt
      #         ^^^^^^^^^^^^^^^^^^^^^^^^ shared-etcd-authority
    `,
  );

  clean(
    'authorities of their own',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
            image: registry.k8s.io/kube-apiserver:v1
            command:
              - kube-apiserver
              - --client-ca-file=/a
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: etcd
        namespace: kube-system
      spec:
        containers:
          - name: etcd
            image: registry.k8s.io/etcd:v1
            command:
              - etcd
              - --trusted-ca-file=/b
    `,
  );
});
