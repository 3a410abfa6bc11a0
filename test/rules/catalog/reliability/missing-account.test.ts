import rule from '../../../../rules/catalog/reliability/missing-account.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('another namespace')(objects`
    Deployment shop/web app=web
      serviceAccountName: web
      #                   ^^^ missing-account
      containers:
        - name: web
          image: nginx:1.29
    ServiceAccount bank/web
  `);

  clean('there, or the one that always is')(objects`
    Deployment shop/web app=web
      serviceAccountName: web
      containers:
        - name: web
          image: nginx:1.29
    ServiceAccount shop/web
  `);
});
