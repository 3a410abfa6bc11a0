import rule from '../../../rules/control-plane/always-allowed-kubelet-requests.ts';
import { testRule, yaml } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kubelet
        namespace: kube-system
      spec:
        containers:
          - name: kubelet
            image: registry.k8s.io/kubelet:v1.35.0
            command:
              - kubelet
              - --authorization-mode=AlwaysAllow
      #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ always-allowed-kubelet-requests 💡
    `,
  );

  fix(
    'mends it',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kubelet
        namespace: kube-system
      spec:
        containers:
          - name: kubelet
            image: registry.k8s.io/kubelet:v1.35.0
            command:
              - kubelet
              - --authorization-mode=AlwaysAllow
    `,
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kubelet
        namespace: kube-system
      spec:
        containers:
          - name: kubelet
            image: registry.k8s.io/kubelet:v1.35.0
            command:
              - kubelet
              - --authorization-mode=Webhook
    `,
  );

  clean(
    'as it should be, and other components',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kubelet
        namespace: kube-system
      spec:
        containers:
          - name: kubelet
            image: registry.k8s.io/kubelet:v1.35.0
            command:
              - kubelet
              - --authorization-mode=Webhook
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
              - --authorization-mode=AlwaysAllow
    `,
  );

  clean(
    'a template fills it in',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kubelet
        namespace: kube-system
      spec:
        containers:
          - name: kubelet
            image: registry.k8s.io/kubelet:v1.35.0
            command:
              - kubelet
              - {{ .Values.flags }}
    `,
  );

  check(
    'the configuration file',
    yaml`
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      authorization:
        mode: AlwaysAllow
      #       ^^^^^^^^^^^ always-allowed-kubelet-requests 💡
    `,
  );

  clean(
    'a good configuration file',
    yaml`
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      authorization:
        mode: Webhook
    `,
  );
});
