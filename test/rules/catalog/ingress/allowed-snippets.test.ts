import rule from '../../../../rules/catalog/ingress/allowed-snippets.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix }) => {
  fix('in its quotes')(objects`
      ConfigMap ingress-nginx/ingress-nginx-controller
        data:
    -     allow-snippet-annotations: 'true'
    +     allow-snippet-annotations: 'false'
  `);

  clean('another key')(objects`
    ConfigMap ingress-nginx/ingress-nginx-controller
      data:
        allow-backend-server-header: "true"
  `);
});
