import rule from '../../../../rules/catalog/reliability/lasting-job.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'a Job of its own',
    yaml`
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: once
      #       ^^^^ lasting-job
      spec:
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: web
                image: nginx:1.29
    `,
  );

  clean(
    'with an end',
    yaml`
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: once
      spec:
        ttlSecondsAfterFinished: 60
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: web
                image: nginx:1.29
    `,
  );
});
