import rule from '../../../rules/control-plane/unauthenticated-etcd-clients.ts';
import { testRule, yaml } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag',
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
              - --client-cert-auth=false
      #         ^^^^^^^^^^^^^^^^^^^^^^^^ unauthenticated-etcd-clients 💡
    `,
  );

  fix(
    'mends it',
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
              - --client-cert-auth=false
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
              - --client-cert-auth=true
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
              - --client-cert-auth=true
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
              - --client-cert-auth=false
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
