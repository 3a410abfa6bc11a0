import rule from '../../../../rules/catalog/control-plane/missing-node-restriction.ts';
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
            - --enable-admission-plugins=EventRateLimit
      #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-node-restriction 💡
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
            - --enable-admission-plugins=EventRateLimit
    `,
    pod`
      containers:
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.35.0
          command:
            - kube-apiserver
            - --enable-admission-plugins=EventRateLimit,NodeRestriction
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
            - --enable-admission-plugins=EventRateLimit,NodeRestriction
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --enable-admission-plugins=EventRateLimit
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
