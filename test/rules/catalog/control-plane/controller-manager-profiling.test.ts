import rule from '../../../../rules/catalog/control-plane/controller-manager-profiling.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag',
    pod`
      containers:
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.35.0
          command:
            - kube-controller-manager
            - --profiling=true
      #       ^^^^^^^^^^^^^^^^ controller-manager-profiling 💡
    `,
  );

  fix(
    'mends it',
    pod`
      containers:
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.35.0
          command:
            - kube-controller-manager
            - --profiling=true
    `,
    pod`
      containers:
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.35.0
          command:
            - kube-controller-manager
            - --profiling=false
    `,
  );

  clean(
    'as it should be, and other components',
    pod`
      containers:
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.35.0
          command:
            - kube-controller-manager
            - --profiling=false
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --profiling=true
    `,
  );

  clean(
    'a template fills it in',
    pod`
      containers:
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.35.0
          command:
            - kube-controller-manager
            - {{ .Values.flags }}
    `,
  );
});
