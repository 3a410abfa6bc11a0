import rule from '../../../../rules/catalog/control-plane/unlimited-pod-garbage.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag is missing',
    pod`
      containers:
        - name: kube-controller-manager
      #         ^^^^^^^^^^^^^^^^^^^^^^^ unlimited-pod-garbage 💡
          image: registry.k8s.io/kube-controller-manager:v1.35.0
          command:
            - kube-controller-manager
    `,
  );

  fix(
    'adds it',
    pod`
      containers:
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.35.0
          command:
            - kube-controller-manager
    `,
    pod`
      containers:
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.35.0
          command:
            - kube-controller-manager
            - --terminated-pod-gc-threshold=1000
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
            - --terminated-pod-gc-threshold=1000
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --terminated-pod-gc-threshold=x
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
