import rule from '../../../../rules/catalog/reliability/never-restarted.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('never')(pod`
    restartPolicy: Never
    #              ^^^^^ never-restarted
  `);

  clean('others')(pod`
    restartPolicy: Always
  `);
});
