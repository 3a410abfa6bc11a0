import rule from '../../../../rules/catalog/control-plane/shared-etcd-authority.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in both manifests')(objects`
    Pod kube-system/kube-apiserver
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1
          command:
            - kube-apiserver
            - --client-ca-file=/a.crt
    #         ^^^^^^^^^^^^^^^^^^^^^^^ shared-etcd-authority
    Pod kube-system/etcd
      containers:
        - name: etcd
          image: registry.k8s.io/etcd:v1
          command:
            - etcd
            - --trusted-ca-file=/a.crt
    #         ^^^^^^^^^^^^^^^^^^^^^^^^ shared-etcd-authority
  `);

  clean('authorities of their own')(objects`
    Pod kube-system/kube-apiserver
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1
          command:
            - kube-apiserver
            - --client-ca-file=/a
    Pod kube-system/etcd
      containers:
        - name: etcd
          image: registry.k8s.io/etcd:v1
          command:
            - etcd
            - --trusted-ca-file=/b
  `);
});
