import rule from '../../../rules/control-plane/token-auth-file.ts';
import { testRule, yaml } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag',
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
              - --token-auth-file=/etc/kubernetes/tokens.csv
      #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ token-auth-file 💡
    `,
  );

  fix(
    'mends it',
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
              - --token-auth-file=/etc/kubernetes/tokens.csv
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
              - --token-auth-file=/etc/kubernetes/tokens.csv
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
