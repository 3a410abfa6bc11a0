import rule from '../../../../rules/catalog/service-account/shared-account.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('the default account, other namespaces, the same object twice')(objects`
    Pod shop/web
      serviceAccountName: default
    Pod shop/cart
      serviceAccountName: default
    Pod shop/mail
      serviceAccountName: mail
    Pod shop/mail
      serviceAccountName: mail
    Pod other/mailer
      serviceAccountName: mail
  `);
});
