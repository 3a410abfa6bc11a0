import rule from '../../../../rules/catalog/control-plane/reachable-scheduler.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag',
    pod`
      containers:
        - name: kube-scheduler
          image: registry.k8s.io/kube-scheduler:v1.35.0
          command:
            - kube-scheduler
            - --bind-address=0.0.0.0
      #       ^^^^^^^^^^^^^^^^^^^^^^ reachable-scheduler 💡
    `,
  );

  fix(
    'mends it',
    pod`
      containers:
        - name: kube-scheduler
          image: registry.k8s.io/kube-scheduler:v1.35.0
          command:
            - kube-scheduler
            - --bind-address=0.0.0.0
    `,
    pod`
      containers:
        - name: kube-scheduler
          image: registry.k8s.io/kube-scheduler:v1.35.0
          command:
            - kube-scheduler
            - --bind-address=127.0.0.1
    `,
  );

  clean(
    'as it should be, and other components',
    pod`
      containers:
        - name: kube-scheduler
          image: registry.k8s.io/kube-scheduler:v1.35.0
          command:
            - kube-scheduler
            - --bind-address=127.0.0.1
        - name: kube-proxy
          image: registry.k8s.io/kube-proxy:v1.35.0
          command:
            - kube-proxy
            - --bind-address=0.0.0.0
    `,
  );

  clean(
    'a template fills it in',
    pod`
      containers:
        - name: kube-scheduler
          image: registry.k8s.io/kube-scheduler:v1.35.0
          command:
            - kube-scheduler
            - {{ .Values.flags }}
    `,
  );
});
