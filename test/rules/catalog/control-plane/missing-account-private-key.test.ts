import rule from '../../../../rules/catalog/control-plane/missing-account-private-key.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag is missing',
    pod`
      containers:
        - name: kube-controller-manager
      #         ^^^^^^^^^^^^^^^^^^^^^^^ missing-account-private-key 💡
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
            - --service-account-private-key-file=/etc/kubernetes/pki/sa.key
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
            - --service-account-private-key-file=/etc/kubernetes/pki/sa.key
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --service-account-private-key-file=x
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
