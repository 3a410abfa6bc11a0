import rule from '../../../rules/control-plane/missing-kubelet-certificate.ts';
import { testRule, yaml } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag is missing',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kubelet
        namespace: kube-system
      spec:
        containers:
          - name: kubelet
      #           ^^^^^^^ missing-kubelet-certificate 💡
            image: registry.k8s.io/kubelet:v1.35.0
            command:
              - kubelet
              - --tls-private-key-file=/var/lib/kubelet/pki/kubelet.pem
    `,
  );

  fix(
    'adds it',
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
              - --tls-private-key-file=/var/lib/kubelet/pki/kubelet.pem
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
              - --tls-private-key-file=/var/lib/kubelet/pki/kubelet.pem
              - --tls-cert-file=/var/lib/kubelet/pki/kubelet.pem
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
              - --tls-cert-file=/var/lib/kubelet/pki/kubelet.pem
              - --tls-private-key-file=/var/lib/kubelet/pki/kubelet.pem
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
              - --tls-cert-file=x
              - --tls-private-key-file=x
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
});
