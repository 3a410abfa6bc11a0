import { yaml } from '../../contract/example.ts';
import { defineRule, kubescape, trivy } from '../../contract/rule.ts';
import { isBootstrapRole, isPublicRole } from '../../model/kubernetes/access.ts';
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
  tags: [],
  since: '0.1.0',
  title: 'A role is given to everybody with an account',
  why: 'Every service account is a member, so the role falls to whoever breaks into any pod. Where a cloud lets in all who have an account with it, it falls to the world.',
  remedy: 'Bind the groups or service accounts that need the role.',
  ignoreWhen: 'The role only shows what everybody in the cluster should see.',
  standards: [],
  aliases: [trivy('KSV-01011'), kubescape('C-0265')],
  examples: {
    bad: [
      yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: everyone
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: edit
        subjects:
          - kind: Group
            apiGroup: rbac.authorization.k8s.io
            name: system:authenticated
      `,
      yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: config
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
      yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: config
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: config
        subjects:
          - kind: Group
            apiGroup: rbac.authorization.k8s.io
            name: system:serviceaccounts:shop
      `,
      yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: system:basic-user
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
    if (isBootstrapRole(binding.resource) || isPublicRole(binding)) return;
    for (const subject of binding.subjects) {
      const crowd = subject.kind === 'Group' ? crowds.get(subject.name) : undefined;
      if (crowd === undefined) continue;
      report(
        subject.field.at('name'),
        `${binding.resource.label} gives ${binding.roleName ?? 'a role'} to ${crowd}.`,
        () => withoutSubject(`Take ${subject.name} off (its members lose the role)`, binding, subject),
      );
    }
  },
});
