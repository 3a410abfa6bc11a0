import rule from '../../../../rules/catalog/reliability/recreated-pods.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('said')(objects`
    Deployment shop/web
      strategy:
        type: Recreate
    #         ^^^^^^^^ recreated-pods
      selector:
        matchLabels:
          app: web
      template:
        metadata:
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.29
  `);

  clean('by default')(objects`
    Deployment shop/web app=web
  `);
});
