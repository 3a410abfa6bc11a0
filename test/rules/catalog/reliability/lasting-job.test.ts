import rule from '../../../../rules/catalog/reliability/lasting-job.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a Job of its own')(objects`
    Job once
    #   ^^^^ lasting-job
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: web
              image: nginx:1.29
  `);

  clean('with an end')(objects`
    Job once
      ttlSecondsAfterFinished: 60
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: web
              image: nginx:1.29
  `);
});
