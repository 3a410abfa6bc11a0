import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape } from '../../contract/rule.ts';
import { withoutSubject } from './shared/narrow.ts';

export default defineRule({
  id: 'dashboard-role-binding',
  subject: 'binding',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  closes: ['subject'],
  title: 'Role of the dashboard is bound to others',
  why: 'The role reads and changes the keys and settings of the dashboard. Whoever holds it can act through the dashboard, as whoever is signed in there.',
  remedy: 'Bind people to a role of their own, such as `view`.',
  aliases: [kubescape('C-0014')],
  examples: {
    bad: [
      objects`
        RoleBinding kubernetes-dashboard/developers: Role kubernetes-dashboard, Group developers
      `,
      objects`
        ClusterRoleBinding dashboard: ClusterRole kubernetes-dashboard, ServiceAccount ci/jenkins
      `,
    ],
    good: [
      objects`
        RoleBinding kubernetes-dashboard/kubernetes-dashboard: Role kubernetes-dashboard, ServiceAccount kubernetes-dashboard/kubernetes-dashboard
      `,
      objects`RoleBinding kubernetes-dashboard/developers: ClusterRole view, Group developers`,
    ],
  },

  check(binding, report) {
    if (!isDashboard(binding.roleName)) return;
    for (const subject of binding.subjects) {
      if (subject.kind === 'ServiceAccount' && isDashboard(subject.name)) continue;
      report(subject.field.at('name'), `Holds the role of the dashboard: ${subject.kind} ${subject.name}.`, () =>
        withoutSubject(`Remove ${subject.name}`, binding, subject, true),
      );
    }
  },
});

/** As its manifests call its role and its account, by their version. */
const isDashboard = (name = ''): boolean => /^kubernetes-dashboard(?:-[a-z]+)*$/.test(name);
