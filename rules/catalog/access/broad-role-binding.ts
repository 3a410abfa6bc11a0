import { objects } from '../../contract/objects.ts';
import { cis, defineRule, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'broad-role-binding',
  subject: 'binding',
  severity: 'medium',
  profile: 'strict',
  title: 'Binding gives one of the broad roles of Kubernetes',
  why: '`admin` and `edit` read every secret of the namespace and act as every account in it; bound for the whole cluster they do so everywhere.',
  remedy: 'Bind a role that names what is needed, or these in single namespaces.',
  ignoreWhen: 'It is for the people who run the namespace.',
  standards: [cis('5.1.1')],
  aliases: [trivy('KSV-0111')],
  examples: {
    bad: [
      objects`
        ClusterRoleBinding ci
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: ClusterRole
            name: edit
          subjects:
            - kind: User
              name: jane
      `,
      objects`
        RoleBinding shop/ci
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: ClusterRole
            name: admin
          subjects:
            - kind: User
              name: jane
      `,
    ],
    good: [
      objects`
        RoleBinding shop/ci
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: ClusterRole
            name: view
          subjects:
            - kind: User
              name: jane
      `,
      objects`
        RoleBinding shop/ci
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: Role
            name: edit
          subjects:
            - kind: User
              name: jane
      `,
    ],
  },

  check(binding, report) {
    const { roleKind, roleName = '', resource, clusterWide, subjects } = binding;
    if (roleKind !== 'ClusterRole' || (roleName !== 'admin' && roleName !== 'edit')) return;
    if (subjects.length === 0) return;
    report(
      binding.roleRef.at('name'),
      `Gives every secret and every account ${clusterWide ? 'in every namespace' : 'of its namespace'}: ${roleName}, by ${resource.label}.`,
    );
  },
});
