import rule from '../../../../rules/catalog/reliability/lasting-job.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
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
