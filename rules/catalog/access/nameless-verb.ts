import { clusterRole, role } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { revokeVain } from './shared/revoke.ts';

export default defineRule({
  id: 'nameless-verb',
  subject: 'rbac-rule',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  title: 'Verb cannot be limited to names',
  why: 'A new object has no name yet when it is authorized, and a collection has none at all, so the rule allows nothing there. It seems to, until somebody removes the names to make it work.',
  remedy: 'Put `create` into a rule of its own without names, where it is needed; remove `deletecollection`.',
  examples: {
    bad: [
      clusterRole`
        - apiGroups: [""]
          resources: [secrets]
          resourceNames: [token]
          verbs: [get, create]
      `,
      role`
        - apiGroups: [apps]
          resources: [deployments]
          resourceNames: [web]
          verbs: [deletecollection]
      `,
    ],
    good: [
      clusterRole`
        - apiGroups: [""]
          resources: [secrets]
          resourceNames: [token]
          verbs: [get, update]
      `,
      clusterRole`
        - apiGroups: [""]
          resources: [pods/exec]
          resourceNames: [web]
          verbs: [create]
      `,
    ],
  },

  check(rule, report) {
    if (rule.resourceNames.length === 0 || rule.bootstrap) return;
    // The name of what a subresource belongs to is known.
    if (rule.resources.some(({ text }) => text.includes('/') || text === '*')) return;
    for (const verb of rule.verbs) {
      if (verb.text !== 'create' && verb.text !== 'deletecollection') continue;
      report(verb.field, `Allows no ${verb.text}, since that request has no name: ${rule.role.label}.`, () =>
        revokeVain(
          rule,
          rule.resources.map(({ text }) => ({ resource: text, verbs: [verb.text] })),
          'it allows nothing',
        ),
      );
    }
  },
});
