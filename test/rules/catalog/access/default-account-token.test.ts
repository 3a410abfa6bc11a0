import rule from '../../../../rules/catalog/access/default-account-token.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('by default')(objects`
    ServiceAccount default
    #              ^^^^^^^ default-account-token 💡
  `);

  clean('other accounts')(objects`
    ServiceAccount web
      automountServiceAccountToken: true
  `);

  fix('not by default')(objects`
      ServiceAccount default
    +   automountServiceAccountToken: false
  `);
});
