import rule from '../../../../rules/catalog/network/plain-http-webhook.ts';
import { objects, testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the second of two')(objects`
    ValidatingWebhookConfiguration hooks
      webhooks:
        - name: a.example.com
          clientConfig: {url: "https://hooks.example.com/a"}
        - name: b.example.com
          clientConfig: {url: "http://hooks.example.com/b"}
      #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ plain-http-webhook
  `);

  clean('an object of another group')(yaml`
    apiVersion: example.com/v1
    kind: Hook
    metadata:
      name: hooks
    webhooks:
      - name: a.example.com
        clientConfig: {url: "http://hooks.example.com/a"}
  `);
});
