import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { nearBy } from '../../facts/near-by.ts';
import { isInIstio } from '../../facts/questions/mesh.ts';
import { denyAll } from './shared/mesh-document.ts';

export default defineRule({
  id: 'missing-authorization',
  subject: 'workspace',
  reads: ['namespace', 'authorization'],
  joins: 'absence',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  title: 'Mesh namespace accepts every client',
  why: 'Mutual TLS proves who calls, but without an AuthorizationPolicy nothing checks it: one pod that is taken over calls all others.',
  remedy: 'Add an AuthorizationPolicy with an empty `spec`, which denies, and one for each call that is meant.',
  ignoreWhen: 'The policies are kept in another repository.',
  examples: {
    bad: [
      objects`
        Namespace shop
          labels:
            istio-injection: enabled
      `,
      objects`
        Namespace shop
          labels:
            istio.io/dataplane-mode: ambient
      `,
    ],
    good: [
      objects`
        Namespace shop
          labels:
            istio-injection: enabled
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata:
          name: deny
          namespace: shop
        spec: {}
      `,
      objects`
        Namespace shop
          labels:
            istio-injection: enabled
        AuthorizationPolicy shop/web
          selector:
            matchLabels:
              app: web
      `,
    ],
  },

  check(facts, report) {
    for (const namespace of facts.byKind.namespace) {
      if (!isInIstio(namespace.labels)) continue;
      const near = ['istio-system', namespace.name].some((name) =>
        policies(facts, name, '').some((list) => list.length > 0),
      );
      if (!near)
        report(namespace, `No AuthorizationPolicy says who may call: namespace ${namespace.name}.`, {
          fix: () => denyAll(namespace.name),
        });
    }
  },
});

const policies = nearBy('authorization', () => () => ['']);
