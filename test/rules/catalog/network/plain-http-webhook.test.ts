import rule from '../../../../rules/catalog/network/plain-http-webhook.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'the second of two',
    yaml`
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata:
        name: hooks
      webhooks:
        - name: a.example.com
          clientConfig: {url: "https://hooks.example.com/a"}
        - name: b.example.com
          clientConfig: {url: "http://hooks.example.com/b"}
      #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ plain-http-webhook
    `,
  );

  clean(
    'an object of another group',
    yaml`
      apiVersion: example.com/v1
      kind: Hook
      metadata:
        name: hooks
      webhooks:
        - name: a.example.com
          clientConfig: {url: "http://hooks.example.com/a"}
    `,
  );
});
