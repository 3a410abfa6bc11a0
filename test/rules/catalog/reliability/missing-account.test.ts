import rule from '../../../../rules/catalog/reliability/missing-account.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('another namespace')(objects`
    Deployment shop/web app=web
      serviceAccountName: web
      #                   ^^^ missing-account
    ServiceAccount bank/web
  `);

  clean('there, or the one that always is')(objects`
    Deployment shop/web app=web
      serviceAccountName: web
    ServiceAccount shop/web
  `);
});
