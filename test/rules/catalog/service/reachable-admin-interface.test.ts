import rule from '../../../../rules/catalog/service/reachable-admin-interface.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the Service')(objects`
    Deployment shop/web app=web
      containers:
        - name: web
          image: argoproj/argocli:v3.7.0
    Service shop/web
    #            ^^^ reachable-admin-interface
      type: LoadBalancer
      selector:
        app: web
      ports:
        - port: 80
  `);

  clean('inside the cluster')(objects`
    Deployment shop/web app=web
      containers:
        - name: web
          image: argoproj/argocli:v3.7.0
    Service shop/web app=web
      ports:
        - port: 80
  `);
});
