import rule from '../../../../rules/catalog/control-plane/short-audit-retention.ts';
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
            - --audit-log-maxage=1
      #       ^^^^^^^^^^^^^^^^^^^^ short-audit-retention 💡
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
            - --audit-log-maxage=1
    `,
    pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - --audit-log-maxage=30
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
            - --audit-log-maxage=30
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --audit-log-maxage=1
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
