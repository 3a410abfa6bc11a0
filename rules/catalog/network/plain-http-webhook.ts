import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'plain-http-webhook',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  title: 'Webhook has an address without TLS',
  why: 'The API server refuses the configuration, so that nothing is checked by it; a server that took it would send every object in plain text.',
  remedy: 'Write an address that begins with `https://`, or name the Service.',
  examples: {
    bad: [
      objects`
        MutatingWebhookConfiguration hook
          webhooks:
            - name: hook.example.com
              clientConfig:
                url: http://hooks.example.com/add
              sideEffects: None
              admissionReviewVersions: [v1]
      `,
      objects`
        CustomResourceDefinition.apiextensions.k8s.io/v1 carts.shop.example.com
          conversion:
            strategy: Webhook
            webhook:
              conversionReviewVersions: [v1]
              clientConfig:
                url: http://hooks.example.com/convert
      `,
    ],
    good: [
      objects`
        ValidatingWebhookConfiguration hook
          webhooks:
            - name: hook.example.com
              clientConfig:
                url: https://hooks.example.com/add
              sideEffects: None
              admissionReviewVersions: [v1]
      `,
      objects`
        ValidatingWebhookConfiguration hook
          webhooks:
            - name: hook.example.com
              clientConfig:
                service:
                  name: hooks
                  namespace: infra
              sideEffects: None
              admissionReviewVersions: [v1]
      `,
    ],
  },

  check(resource, report) {
    const isAdmission = resource.group === 'admissionregistration.k8s.io';
    const isDefinition = resource.is('CustomResourceDefinition');
    if (!isAdmission && !isDefinition) return;
    const configs = isAdmission
      ? resource.at('webhooks').items.map((webhook) => webhook.at('clientConfig'))
      : [resource.at('spec', 'conversion', 'webhook', 'clientConfig')];
    for (const config of configs) {
      const url = config.at('url');
      // WebhookClientConfig: "The scheme must be https".
      if (/^http:/i.test(url.string ?? ''))
        report(url, `Calls a webhook at an address without TLS: ${resource.label}.`);
    }
  },
});
