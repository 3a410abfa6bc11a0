import rule from '../../../../rules/catalog/reliability/dangling-service.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('labels of other pods, and pods of another namespace')(objects`
    Service shop/web
      selector:
    # ^^^^^^^^ dangling-service
        app: web
      ports:
        - port: 80
    Deployment shop/api app=api
    Deployment bank/web app=web
  `);

  clean('pods that may be meant')(objects`
    Service shop/web app=web
      ports:
        - port: 80
    Deployment web app=web
  `);
});
