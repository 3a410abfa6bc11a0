import rule from '../../../../rules/catalog/control-plane/missing-audit-log.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag is missing',
    pod`
      containers:
        - name: kube-apiserver
      #         ^^^^^^^^^^^^^^ missing-audit-log 💡
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
    `,
  );

  fix(
    'adds it',
    pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
    `,
    pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - --audit-log-path=/var/log/kubernetes/audit.log
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
            - --audit-log-path=/var/log/kubernetes/audit.log
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --audit-log-path=x
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
