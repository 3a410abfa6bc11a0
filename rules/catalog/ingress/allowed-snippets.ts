import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'allowed-snippets',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Every Ingress may add snippets to ingress-nginx',
  why: 'Whoever may write an Ingress puts directives into the configuration of the controller, and reads the Secrets of all namespaces with its account (CVE-2021-25742).',
  remedy: 'Set `allow-snippet-annotations` to "false".',
  ignoreWhen: 'Administrators of the cluster alone may write Ingresses.',
  examples: {
    bad: [
      objects`
        ConfigMap ingress-nginx/ingress-nginx-controller
          data:
      -     allow-snippet-annotations: "true"
          #                            ^^^^^^ allowed-snippets 💡
      +     allow-snippet-annotations: "false"
      `,
      objects`
        ConfigMap ingress/nginx-configuration
          data:
            allow-snippet-annotations: "true"
            annotations-risk-level: Critical
      `,
    ],
    good: [
      objects`
        ConfigMap ingress-nginx/ingress-nginx-controller
          data:
            use-forwarded-headers: "true"
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('ConfigMap', '')) return;
    const field = resource.at('data', 'allow-snippet-annotations');
    if (field.text === 'true')
      report(field, `Lets every Ingress write configuration of nginx: ${resource.label}.`, () => ({
        title: 'Take no snippets',
        consequence: 'Ingresses that have some lose them',
        changes: [field.set('false')],
        assumes: 'no Ingress of the cluster has one',
      }));
  },
});
