import rule from '../../../../rules/catalog/access/long-lived-token.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the type')(objects`
    Secret ci
      annotations:
        kubernetes.io/service-account.name: ci
      type: kubernetes.io/service-account-token
      #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long-lived-token
  `);

  clean('other Secrets')(objects`
    Secret ci
      type: Opaque
  `);
});
