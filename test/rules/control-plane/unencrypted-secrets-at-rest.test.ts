import rule from '../../../rules/control-plane/unencrypted-secrets-at-rest.ts';
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
      #           ^^^^^^^^^^^^^^ unencrypted-secrets-at-rest 💡
            image: registry.k8s.io/kube-apiserver:v1.35.0
            command:
              - kube-apiserver
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
              - --encryption-provider-config=/etc/kubernetes/encryption.yaml
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
              - --encryption-provider-config=/etc/kubernetes/encryption.yaml
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
              - --encryption-provider-config=x
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
