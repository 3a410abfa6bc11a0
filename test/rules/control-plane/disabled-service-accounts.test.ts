import rule from '../../../rules/control-plane/disabled-service-accounts.ts';
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
              - --disable-admission-plugins=PersistentVolumeLabel,ServiceAccount
      #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ disabled-service-accounts 💡
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
              - --disable-admission-plugins=PersistentVolumeLabel,ServiceAccount
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
              - --disable-admission-plugins=PersistentVolumeLabel
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
              - --disable-admission-plugins=PersistentVolumeLabel
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
              - --disable-admission-plugins=PersistentVolumeLabel,ServiceAccount
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
