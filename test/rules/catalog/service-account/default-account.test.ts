import rule from '../../../../rules/catalog/service-account/default-account.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('an own account, and a token nobody gets')(pod`
    serviceAccount: web
    automountServiceAccountToken: {{ .Values.token }}
  `);
});
