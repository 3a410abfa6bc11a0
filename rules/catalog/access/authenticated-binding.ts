import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape, trivy } from '../../contract/rule.ts';
import { readVerbs } from '../../data/rbac-verbs.ts';
import type { Facts } from '../../facts/index.ts';
import type { BindingFact } from '../../facts/kinds/binding.ts';
import { rulesBound } from '../../facts/questions/bound-rules.ts';
import { isPublicRole } from '../../model/kubernetes/access.ts';
import { withoutSubject } from './shared/narrow.ts';

/** Everybody with an account, and every service account of every namespace. */
const crowds: ReadonlyMap<string, string> = new Map([
  ['system:authenticated', 'everybody with an account'],
  ['system:serviceaccounts', 'every service account'],
]);

export default defineRule({
  id: 'authenticated-binding',
  subject: 'workspace',
  reads: ['binding', 'role'],
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  closes: ['subject'],
  title: 'Role is bound to every authenticated user',
  why: 'Every service account is a member, so whoever breaks into any pod has the role. Where a cloud accepts everybody who has an account with it, so do strangers.',
  remedy: 'Bind the groups or service accounts that need the role.',
  ignoreWhen: 'The role only shows what everybody in the cluster should see.',
  aliases: [trivy('KSV-01011'), kubescape('C-0265')],
  examples: {
    bad: [
      objects`
        ClusterRoleBinding everyone
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: ClusterRole
            name: edit
          subjects:
            - kind: Group
              apiGroup: rbac.authorization.k8s.io
              name: system:authenticated
      `,
      objects`
        RoleBinding config
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: Role
            name: config
          subjects:
            - kind: Group
              apiGroup: rbac.authorization.k8s.io
              name: system:serviceaccounts
      `,
    ],
    good: [
      objects`
        RoleBinding config
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: Role
            name: config
          subjects:
            - kind: Group
              apiGroup: rbac.authorization.k8s.io
              name: system:serviceaccounts:shop
      `,
      objects`
        ClusterRoleBinding system:basic-user
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: ClusterRole
            name: system:basic-user
          subjects:
            - kind: Group
              apiGroup: rbac.authorization.k8s.io
              name: system:authenticated
      `,
    ],
  },

  check(facts, report) {
    for (const binding of facts.byKind.binding) {
      if (binding.isDefault || isPublicRole(binding)) continue;
      for (const [i, { kind, name }] of binding.subjects.entries()) {
        const crowd = kind === 'Group' ? crowds.get(name) : undefined;
        if (crowd === undefined) continue;
        report(binding, `Gives ${binding.roleName ?? 'a role'} to ${crowd}: ${binding.kind} ${binding.name}.`, {
          place: `subject${i}`,
          ...(showsLittle(facts, binding) ? { atMost: 'low', from: 'strict' } : {}),
          fix: (resource) => {
            const subject = resource.binding?.subjects[i];
            return resource.binding === undefined || subject === undefined
              ? undefined
              : withoutSubject(`Remove ${name} (its members lose the role)`, resource.binding, subject, true);
          },
        });
      }
    }
  },
});

/** Whether all that is known of the role is that it reads objects by their names, none of them a Secret: what an author means to publish. */
function showsLittle(facts: Facts, binding: BindingFact): boolean {
  const rules = rulesBound(facts, binding).map(({ role, index }) => role.rules[index]);
  return (
    rules.length > 0 &&
    rules.every(
      (rule) =>
        rule !== undefined &&
        rule.resourceNames.length > 0 &&
        rule.verbs.every((verb) => readVerbs.some((known) => known === verb)) &&
        rule.resources.every((resource) => resource === 'configmaps'),
    )
  );
}
