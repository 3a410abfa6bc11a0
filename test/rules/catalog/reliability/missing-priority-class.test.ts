import rule from '../../../../rules/catalog/reliability/missing-priority-class.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('one, and a template')(pod`priorityClassName: {{ .Values.priority }}`);
});
