import { objects } from '../../contract/objects.ts';
import { checkov, cis, defineRule, kics, kubescape } from '../../contract/rule.ts';
import { withoutSubject } from './shared/narrow.ts';

export default defineRule({
  id: 'default-account-binding',
  subject: 'binding',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  closes: ['subject'],
  title: 'The default service account gets a role',
  why: 'Every pod that names no account of its own runs as `default`, including those added later. All of them get the role that was meant for one program.',
  remedy: 'Create a service account for the program, name it in the pod and bind the role to it.',
  standards: [cis('5.1.5')],
  aliases: [
    checkov('CKV_K8S_42'),
    kubescape('ensure-default-service-accounts-has-only-default-roles'),
    kubescape('C-0239'),
    kics('Role Binding To Default Service Account'),
  ],
  examples: {
    bad: [
      objects`RoleBinding shop/cart: Role cart, ServiceAccount default`,
      objects`ClusterRoleBinding metrics: ClusterRole metrics, ServiceAccount monitoring/default`,
    ],
    good: [
      objects`RoleBinding shop/cart: Role cart, ServiceAccount cart`,
      objects`
        RoleBinding shop/cart
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: Role
            name: cart
          subjects:
            - kind: User
              apiGroup: rbac.authorization.k8s.io
              name: default
      `,
    ],
  },

  check(binding, report) {
    for (const subject of binding.subjects) {
      if (subject.kind !== 'ServiceAccount' || subject.name !== 'default') continue;
      const where = subject.namespace === undefined ? '' : ` of ${subject.namespace}`;
      report(
        subject.field.at('name'),
        `Gives ${binding.roleName ?? 'a role'} to every pod${where} that has no account of its own: ${binding.resource.label}.`,
        () =>
          withoutSubject('Remove the default account (programs that run as it lose the role)', binding, subject, true),
      );
    }
  },
});
