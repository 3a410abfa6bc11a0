import { objects } from '../../contract/objects.ts';
import { placeholders } from '../../contract/placeholder.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'open-listener',
  subject: 'resource',
  severity: 'low',
  profile: 'strict',
  fix: 'template',
  title: 'Every namespace may attach routes to the gateway',
  why: 'Whoever may create a route in any namespace answers for the hosts of this gateway, and gets what its visitors send.',
  remedy: 'Allow routes of chosen namespaces by a selector.',
  ignoreWhen: 'Every team of the cluster is meant to use it, and hosts are given out by other means.',
  examples: {
    bad: [
      objects`
        Gateway shop/web
          gatewayClassName: web
          listeners:
            - name: https
              port: 443
              protocol: HTTPS
              allowedRoutes:
                namespaces:
                  from: All
      `,
      objects`
        Gateway shop/web
          gatewayClassName: web
          listeners:
            - {name: web, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}
      `,
    ],
    good: [
      objects`
        Gateway shop/web
          gatewayClassName: web
          listeners:
            - name: https
              port: 443
              protocol: HTTPS
              allowedRoutes:
                namespaces:
                  from: Selector
                  selector:
                    matchLabels:
                      gateway: web
      `,
      objects`
        Gateway shop/web
          gatewayClassName: web
          listeners:
            - name: https
              port: 443
              protocol: HTTPS
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('Gateway', 'gateway.networking.k8s.io')) return;
    for (const listener of resource.at('spec', 'listeners').items) {
      const namespaces = listener.at('allowedRoutes', 'namespaces');
      const from = namespaces.at('from');
      if (!from.is('All')) continue;
      report(from, `Accepts routes of every namespace: ${resource.label}.`, () => ({
        title: 'Only take in routes of chosen namespaces',
        changes: [
          from.set('Selector'),
          namespaces.at('selector').set({ matchLabels: { [placeholders.namespaceLabel]: 'web' } }),
        ],
      }));
    }
  },
});
