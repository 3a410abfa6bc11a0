import rule from '../../../rules/control-plane/shared-controller-credentials.ts';
import { testRule, yaml } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-controller-manager
        namespace: kube-system
      spec:
        containers:
          - name: kube-controller-manager
            image: registry.k8s.io/kube-controller-manager:v1.35.0
            command:
              - kube-controller-manager
              - --use-service-account-credentials=false
      #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ shared-controller-credentials 💡
    `,
  );

  fix(
    'mends it',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-controller-manager
        namespace: kube-system
      spec:
        containers:
          - name: kube-controller-manager
            image: registry.k8s.io/kube-controller-manager:v1.35.0
            command:
              - kube-controller-manager
              - --use-service-account-credentials=false
    `,
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-controller-manager
        namespace: kube-system
      spec:
        containers:
          - name: kube-controller-manager
            image: registry.k8s.io/kube-controller-manager:v1.35.0
            command:
              - kube-controller-manager
              - --use-service-account-credentials=true
    `,
  );

  clean(
    'as it should be, and other components',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-controller-manager
        namespace: kube-system
      spec:
        containers:
          - name: kube-controller-manager
            image: registry.k8s.io/kube-controller-manager:v1.35.0
            command:
              - kube-controller-manager
              - --use-service-account-credentials=true
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
              - --use-service-account-credentials=false
    `,
  );

  clean(
    'a template fills it in',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-controller-manager
        namespace: kube-system
      spec:
        containers:
          - name: kube-controller-manager
            image: registry.k8s.io/kube-controller-manager:v1.35.0
            command:
              - kube-controller-manager
              - {{ .Values.flags }}
    `,
  );
});
