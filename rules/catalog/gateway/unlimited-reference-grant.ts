import { objects } from '../../contract/objects.ts';
import { placeholders } from '../../contract/placeholder.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'unlimited-reference-grant',
  subject: 'resource',
  severity: 'low',
  profile: 'strict',
  fix: 'template',
  title: 'Grant covers every object of a kind',
  why: 'A route of the other namespace can lead to each of the Services here, and a gateway use each of the certificates.',
  remedy: 'Name the object that is meant.',
  examples: {
    bad: [
      objects`
        ReferenceGrant shop/web
          from:
            - group: gateway.networking.k8s.io
              kind: HTTPRoute
              namespace: web
          to:
            - group: ""
              kind: Secret
      `,
      objects`
        ReferenceGrant shop/web
          from:
            - group: gateway.networking.k8s.io
              kind: HTTPRoute
              namespace: web
          to:
            - {group: "", kind: Service}
      `,
    ],
    good: [
      objects`
        ReferenceGrant shop/web
          from:
            - group: gateway.networking.k8s.io
              kind: HTTPRoute
              namespace: web
          to:
            - group: ""
              kind: Secret
              name: shop-tls
      `,
      objects`
        ReferenceGrant shop/web
          from:
            - group: gateway.networking.k8s.io
              kind: HTTPRoute
              namespace: web
          to:
            - {group: "", kind: Service, name: cart}
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('ReferenceGrant', 'gateway.networking.k8s.io')) return;
    for (const to of resource.at('spec', 'to').items) {
      const kind = to.at('kind');
      if (!to.at('name').missing) continue;
      report(kind, `Covers every ${kind.text ?? 'object'} of the namespace: ${resource.label}.`, () => ({
        title: 'Name the one that is meant',
        changes: [to.at('name').set(placeholders.object)],
      }));
    }
  },
});
