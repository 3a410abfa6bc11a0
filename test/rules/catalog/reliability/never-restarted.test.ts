import rule from '../../../../rules/catalog/reliability/never-restarted.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('others')(pod`restartPolicy: Always`);
});
