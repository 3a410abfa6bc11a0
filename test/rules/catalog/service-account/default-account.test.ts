import rule from '../../../../rules/catalog/service-account/default-account.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('said')(pod`
    serviceAccountName: default
    #                   ^^^^^^^ default-account
    containers:
      - name: web
        image: nginx:1.29
  `);

  clean('an own account, and a token nobody gets')(pod`
    serviceAccount: web
    automountServiceAccountToken: {{ .Values.token }}
    containers:
      - name: web
        image: nginx:1.29
  `);
});
