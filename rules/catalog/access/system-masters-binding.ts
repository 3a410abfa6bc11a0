import { objects } from '../../contract/objects.ts';
import { cis, defineRule, trivy } from '../../contract/rule.ts';
import { withoutSubject } from './shared/narrow.ts';

export default defineRule({
  id: 'system-masters-binding',
  subject: 'binding',
  severity: 'critical',
  profile: 'essential',
  fix: 'review',
  closes: ['subject'],
  title: 'Binding names the group system:masters',
  why: 'Members of `system:masters` pass every authorization check before roles are read, and no role or webhook can remove that. Certificates of the group cannot be revoked.',
  remedy:
    'Bind a group of your own. The binding changes nothing for `system:masters`, which may do everything without it.',
  standards: [cis('5.1.7')],
  aliases: [trivy('KSV-0123')],
  examples: {
    bad: [
      objects`
        ClusterRoleBinding admins
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: ClusterRole
            name: admin
          subjects:
            - kind: Group
              apiGroup: rbac.authorization.k8s.io
              name: system:masters
      `,
      objects`
        RoleBinding admins
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: Role
            name: deployer
          subjects:
            - kind: ServiceAccount
              name: deployer
            - kind: Group
              apiGroup: rbac.authorization.k8s.io
              name: system:masters
      `,
    ],
    good: [
      objects`
        ClusterRoleBinding admins
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: ClusterRole
            name: admin
          subjects:
            - kind: Group
              apiGroup: rbac.authorization.k8s.io
              name: platform-team
      `,
      objects`
        ClusterRoleBinding cluster-admin
          labels:
            kubernetes.io/bootstrapping: rbac-defaults
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: ClusterRole
            name: cluster-admin
          subjects:
            - kind: Group
              apiGroup: rbac.authorization.k8s.io
              name: system:masters
      `,
    ],
  },

  check(binding, report) {
    if (binding.isDefault) return;
    for (const subject of binding.subjects) {
      if (subject.kind !== 'Group' || subject.name !== 'system:masters') continue;
      report(
        subject.field.at('name'),
        `Names system:masters, whose members are above every rule: ${binding.resource.label}.`,
        () => withoutSubject('Remove system:masters (its members lose nothing)', binding, subject),
      );
    }
  },
});
