import rule from '../../../rules/control-plane/reachable-scheduler.ts';
import { testRule, yaml } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the flag',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-scheduler
        namespace: kube-system
      spec:
        containers:
          - name: kube-scheduler
            image: registry.k8s.io/kube-scheduler:v1.35.0
            command:
              - kube-scheduler
              - --bind-address=0.0.0.0
      #         ^^^^^^^^^^^^^^^^^^^^^^ reachable-scheduler 💡
    `,
  );

  fix(
    'mends it',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-scheduler
        namespace: kube-system
      spec:
        containers:
          - name: kube-scheduler
            image: registry.k8s.io/kube-scheduler:v1.35.0
            command:
              - kube-scheduler
              - --bind-address=0.0.0.0
    `,
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-scheduler
        namespace: kube-system
      spec:
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
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-scheduler
        namespace: kube-system
      spec:
        containers:
          - name: kube-scheduler
            image: registry.k8s.io/kube-scheduler:v1.35.0
            command:
              - kube-scheduler
              - --bind-address=127.0.0.1
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-proxy
        namespace: kube-system
      spec:
        containers:
          - name: kube-proxy
            image: registry.k8s.io/kube-proxy:v1.35.0
            command:
              - kube-proxy
              - --bind-address=0.0.0.0
    `,
  );

  clean(
    'a template fills it in',
    yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-scheduler
        namespace: kube-system
      spec:
        containers:
          - name: kube-scheduler
            image: registry.k8s.io/kube-scheduler:v1.35.0
            command:
              - kube-scheduler
              - {{ .Values.flags }}
    `,
  );
});
