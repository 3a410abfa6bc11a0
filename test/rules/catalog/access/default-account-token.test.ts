import rule from '../../../../rules/catalog/access/default-account-token.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'by default',
    yaml`
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: default
      #       ^^^^^^^ default-account-token 💡
    `,
  );

  clean(
    'other accounts',
    yaml`
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: web
      automountServiceAccountToken: true
    `,
  );

  fix(
    'not by default',
    yaml`
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: default
    `,
    yaml`
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: default
      automountServiceAccountToken: false
    `,
  );
});
