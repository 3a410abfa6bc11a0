import rule from '../../../../rules/catalog/access/long-lived-token.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'the type',
    yaml`
      apiVersion: v1
      kind: Secret
      metadata:
        name: ci
        annotations:
          kubernetes.io/service-account.name: ci
      type: kubernetes.io/service-account-token
      #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long-lived-token
    `,
  );

  clean(
    'other Secrets',
    yaml`
      apiVersion: v1
      kind: Secret
      metadata:
        name: ci
      type: Opaque
    `,
  );
});
