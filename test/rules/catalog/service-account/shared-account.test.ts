import rule from '../../../../rules/catalog/service-account/shared-account.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('both of them')(objects`
    Pod shop/web
      serviceAccountName: shop
    #                     ^^^^ shared-account
      containers:
        - name: web
          image: nginx:1.29
    Pod shop/cart
      serviceAccountName: shop
    #                     ^^^^ shared-account
      containers:
        - name: web
          image: nginx:1.29
  `);

  clean('the default account, other namespaces, the same object twice')(objects`
    Pod shop/web
      serviceAccountName: default
      containers:
        - name: web
          image: nginx:1.29
    Pod shop/cart
      serviceAccountName: default
      containers:
        - name: web
          image: nginx:1.29
    Pod shop/mail
      serviceAccountName: mail
      containers:
        - name: web
          image: nginx:1.29
    Pod shop/mail
      serviceAccountName: mail
      containers:
        - name: web
          image: nginx:1.29
    Pod other/mailer
      serviceAccountName: mail
      containers:
        - name: web
          image: nginx:1.29
  `);
});
