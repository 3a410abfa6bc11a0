import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape, trivy } from '../../contract/rule.ts';
import { isPublicRole } from '../../model/kubernetes/access.ts';
import { withoutSubject } from './shared/narrow.ts';

/** Everybody with an account, and every service account of every namespace. */
const crowds: ReadonlyMap<string, string> = new Map([
  ['system:authenticated', 'everybody with an account'],
  ['system:serviceaccounts', 'every service account'],
]);

export default defineRule({
  id: 'authenticated-binding',
  subject: 'binding',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
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

  check(binding, report) {
    if (binding.isDefault || isPublicRole(binding)) return;
    for (const subject of binding.subjects) {
      const crowd = subject.kind === 'Group' ? crowds.get(subject.name) : undefined;
      if (crowd === undefined) continue;
      report(
        subject.field.at('name'),
        `Gives ${binding.roleName ?? 'a role'} to ${crowd}: ${binding.resource.label}.`,
        () => withoutSubject(`Remove ${subject.name} (its members lose the role)`, binding, subject),
      );
    }
  },
});
