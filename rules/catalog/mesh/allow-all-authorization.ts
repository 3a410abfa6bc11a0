import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'allow-all-authorization',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  mendedByMore: true,
  title: 'Mesh policy allows every caller',
  why: 'A rule without conditions, or with `*` for the caller, allows what any pod sends. Where it is the only policy, the workload is as open as without one.',
  remedy: 'Name who may call: `principals` of service accounts, or namespaces.',
  ignoreWhen: 'It is for a workload that everybody is meant to call.',
  examples: {
    bad: [
      objects`
        AuthorizationPolicy shop/web
          action: ALLOW
          rules:
            - {}
      `,
      objects`
        AuthorizationPolicy shop/web
          rules:
            - from:
                - source:
                    principals: ["*"]
      `,
    ],
    good: [
      objects`
        AuthorizationPolicy shop/web
          rules:
            - from:
                - source:
                    principals: [cluster.local/ns/shop/sa/web]
      `,
      objects`
        AuthorizationPolicy shop/web
          action: DENY
          rules:
            - {}
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('AuthorizationPolicy', 'security.istio.io')) return;
    const action = resource.at('spec', 'action');
    if (!action.missing && !action.is('ALLOW')) return;
    for (const rule of resource.at('spec', 'rules').items) {
      const conditions = ['from', 'to', 'when'].filter((key) => !rule.at(key).missing);
      if (rule.isMap && conditions.length === 0) report(rule, `Allows every call: ${resource.label}.`);
      // What is asked of the request beside it is a limit of another kind.
      if (conditions.length !== 1 || conditions[0] !== 'from') continue;
      for (const source of rule.at('from').items.map((item) => item.at('source'))) {
        for (const key of ['principals', 'namespaces', 'requestPrincipals', 'ipBlocks']) {
          const all = source.at(key).strings.find(({ text }) => text === '*' || text === '0.0.0.0/0');
          if (all !== undefined && source.keys.length === 1)
            report(
              all.field,
              `Allows calls of ${key === 'requestPrincipals' ? 'everybody with a token' : 'everybody in the mesh'}: ${resource.label}.`,
            );
        }
      }
    }
  },
});
