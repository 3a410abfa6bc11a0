import rule from '../../../../rules/catalog/control-plane/scheduler-profiling.ts';
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
            - --profiling=true
      #       ^^^^^^^^^^^^^^^^ scheduler-profiling 💡
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
            - --profiling=true
    `,
    pod`
      containers:
        - name: kube-scheduler
          image: registry.k8s.io/kube-scheduler:v1.35.0
          command:
            - kube-scheduler
            - --profiling=false
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
        - name: kube-scheduler
          image: registry.k8s.io/kube-scheduler:v1.35.0
          command:
            - kube-scheduler
            - {{ .Values.flags }}
    `,
  );
});
