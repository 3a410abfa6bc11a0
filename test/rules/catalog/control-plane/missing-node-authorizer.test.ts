import rule from '../../../../rules/catalog/control-plane/missing-node-authorizer.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag',
    pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - --authorization-mode=RBAC
      #       ^^^^^^^^^^^^^^^^^^^^^^^^^ missing-node-authorizer 💡
    `,
  );

  fix(
    'mends it',
    pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - --authorization-mode=RBAC
    `,
    pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - --authorization-mode=RBAC,Node
    `,
  );

  clean(
    'as it should be, and other components',
    pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - --authorization-mode=RBAC,Node
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --authorization-mode=RBAC
    `,
  );

  clean(
    'a template fills it in',
    pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - {{ .Values.flags }}
    `,
  );
});
