import rule from '../../../../rules/catalog/reliability/missing-cpu-limit.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'every container that lives',
    pod`
      initContainers:
        - name: setup
      #         ^^^^^ missing-cpu-limit
          image: busybox:1.37
      containers:
        - name: web
      #         ^^^ missing-cpu-limit
          image: nginx:1.29
          resources: {}
    `,
  );

  clean(
    'of the container, of the pod',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          resources:
            limits:
              cpu: 100m
    `,
  );

  clean(
    'what is not known',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          resources:
            {{ toYaml .Values.resources }}
    `,
  );
});
