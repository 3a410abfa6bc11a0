import type { Fix } from '../../contract/finding.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import type { Facts } from '../../facts/index.ts';
import type { CrossNamespaceReferenceFact, Reference } from '../../facts/kinds/cross-namespace-reference.ts';
import type { YamlValue } from '../../yaml/change.ts';
import { renderBlock } from '../../yaml/render.ts';

export default defineRule({
  id: 'ungranted-reference',
  subject: 'workspace',
  reads: ['cross-namespace-reference', 'reference-grant'],
  joins: 'absence',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  title: 'Reference to another namespace is not granted',
  why: 'The route or the listener does not work, and a hasty fix grants too much.',
  remedy: 'Add a ReferenceGrant to the other namespace that names this namespace, the kind, and the object.',
  ignoreWhen: 'The grant is kept elsewhere, with the team whose namespace it is.',
  examples: {
    bad: [
      objects`
        HTTPRoute web/shop
          rules:
            - backendRefs:
                - name: cart
                  namespace: shop
        #                    ^^^^ ungranted-reference 💡
                  port: 80
      + ReferenceGrant shop/httproute-from-web
      +   from:
      +     - group: gateway.networking.k8s.io
      +       kind: HTTPRoute
      +       namespace: web
      +   to:
      +     - group: ""
      +       kind: Service
      +       name: cart
      `,
      objects`
        Gateway web/shop
          listeners:
            - name: https
              port: 443
              protocol: HTTPS
              tls:
                certificateRefs:
                  - name: shop-tls
                    namespace: shop
      + ReferenceGrant shop/gateway-from-web
      +   from:
      +     - group: gateway.networking.k8s.io
      +       kind: Gateway
      +       namespace: web
      +   to:
      +     - group: ""
      +       kind: Secret
      +       name: shop-tls
      `,
    ],
    good: [],
  },

  check(facts, report) {
    for (const crossing of facts.byKind['cross-namespace-reference']) {
      const own = facts.namespaceOf(crossing);
      if (own === undefined) continue;
      for (const reference of crossing.references) {
        if (reference.namespace === own || isGranted(facts, crossing, own, reference)) continue;
        report(
          crossing,
          `Not allowed by a ReferenceGrant in ${reference.namespace}: ${reference.kind} ${reference.name}, for ${crossing.kind} ${crossing.name}.`,
          { place: reference.place, fix: () => grantFix(crossing, own, reference) },
        );
      }
    }
  },
});

function isGranted(facts: Facts, { group, kind }: CrossNamespaceReferenceFact, own: string, to: Reference): boolean {
  return facts.byKind['reference-grant'].some((grant) => {
    const where = facts.namespaceOf(grant);
    if (where !== undefined && where !== to.namespace) return false;
    return (
      grant.unclear ||
      (grant.from.some((from) => from.group === group && from.kind === kind && from.namespace === own) &&
        grant.to.some(
          (item) =>
            item.group === to.group && item.kind === to.kind && (item.name === undefined || item.name === to.name),
        ))
    );
  });
}

function grantFix({ group, kind }: CrossNamespaceReferenceFact, own: string, to: Reference): Fix {
  const grant: YamlValue = {
    apiVersion: 'gateway.networking.k8s.io/v1beta1',
    kind: 'ReferenceGrant',
    metadata: { name: `${kind.toLowerCase()}-from-${own}`, namespace: to.namespace },
    spec: {
      from: [{ group, kind, namespace: own }],
      to: [{ group: to.group, kind: to.kind, name: to.name }],
    },
  };
  return {
    title: `Grant the reference in ${to.namespace}`,
    createsDocument: true,
    changes: [{ kind: 'document', text: `${renderBlock(grant, { step: 2, dash: 2, json: false }).join('\n')}\n` }],
  };
}
