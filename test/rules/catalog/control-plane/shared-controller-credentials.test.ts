import rule from '../../../../rules/catalog/control-plane/shared-controller-credentials.ts';
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
            - --use-service-account-credentials=false
      #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ shared-controller-credentials 💡
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
            - --use-service-account-credentials=false
    `,
    pod`
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
    pod`
      containers:
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.35.0
          command:
            - kube-controller-manager
            - --use-service-account-credentials=true
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --use-service-account-credentials=false
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
