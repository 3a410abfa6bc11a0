import rule from '../../../rules/workload/missing-security-context.ts';
import { pod, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'none, and an empty one',
    pod`
      containers:
        - name: web
      #         ^^^ missing-security-context
          image: nginx:1.29
        - name: log
          image: busybox:1.37
          securityContext: {}
      #                    ^^ missing-security-context
    `,
  );

  clean(
    'trivy#9329: the one on the container is enough, and so is the one on the pod',
    pod`
      securityContext: {}
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            runAsNonRoot: true
    `,
  );
});
