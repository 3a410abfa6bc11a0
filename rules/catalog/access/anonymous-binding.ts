import { objects } from '../../contract/objects.ts';
import { cis, defineRule, kubescape, nsa, trivy } from '../../contract/rule.ts';
import { isPublicRole } from '../../model/kubernetes/access.ts';
import { withoutSubject } from './shared/narrow.ts';

export default defineRule({
  id: 'anonymous-binding',
  subject: 'binding',
  severity: 'critical',
  profile: 'essential',
  fix: 'review',
  closes: ['subject'],
  title: 'Role is bound to anonymous users',
  why: 'Requests without any credential are made as `system:anonymous` of the group `system:unauthenticated`. Whoever reaches the API server has the role.',
  remedy: 'Remove the subject and bind the users or service accounts that need the role.',
  ignoreWhen: 'The role only shows what every client may know before it logs in, such as the health of the cluster.',
  standards: [cis('5.1.1'), nsa()],
  aliases: [trivy('KSV-0122'), kubescape('C-0262')],
  examples: {
    bad: [
      objects`
        ClusterRoleBinding dashboard
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: ClusterRole
            name: view
          subjects:
            - kind: User
              apiGroup: rbac.authorization.k8s.io
              name: system:anonymous
      `,
      objects`
        RoleBinding status
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: Role
            name: status
          subjects:
            - kind: Group
              apiGroup: rbac.authorization.k8s.io
              name: system:unauthenticated
      `,
    ],
    good: [
      objects`
        ClusterRoleBinding dashboard
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: ClusterRole
            name: view
          subjects:
            - kind: Group
              apiGroup: rbac.authorization.k8s.io
              name: support
      `,
      objects`
        ClusterRoleBinding system:public-info-viewer
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: ClusterRole
            name: system:public-info-viewer
          subjects:
            - kind: Group
              apiGroup: rbac.authorization.k8s.io
              name: system:unauthenticated
      `,
    ],
  },

  check(binding, report) {
    if (binding.isDefault || isPublicRole(binding)) return;
    for (const subject of binding.subjects) {
      const anonymous =
        (subject.kind === 'User' && subject.name === 'system:anonymous') ||
        (subject.kind === 'Group' && subject.name === 'system:unauthenticated');
      if (!anonymous) continue;
      report(
        subject.field.at('name'),
        `Gives ${binding.roleName ?? 'a role'} to everybody who reaches the API server: ${binding.resource.label}.`,
        () => withoutSubject(`Remove ${subject.name} (requests without credentials fail)`, binding, subject),
      );
    }
  },
});
