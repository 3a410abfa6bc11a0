import { objects } from '../../contract/objects.ts';
import { defineRule, polaris } from '../../contract/rule.ts';

export default defineRule({
  id: 'dangling-role-binding',
  subject: 'workspace',
  reads: ['role', 'binding'],
  joins: 'absence',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Binding refers to a role that does not exist',
  why: 'What it grants cannot be judged. Where the role does not exist, whoever creates one of that name decides it.',
  remedy: 'Keep the role beside its binding, or correct the name.',
  ignoreWhen: 'The role comes with a chart or an operator.',
  aliases: [
    polaris('clusterrolebindingPodExecAttach'),
    polaris('rolebindingClusterRolePodExecAttach'),
    polaris('rolebindingRolePodExecAttach'),
    polaris('clusterrolebindingClusterAdmin'),
    polaris('rolebindingClusterAdminClusterRole'),
    polaris('rolebindingClusterAdminRole'),
  ],
  examples: {
    bad: [
      objects`RoleBinding shop/ci: Role web, ServiceAccount ci`,
      objects`
        Role shop/other
          - apiGroups: [""]
            resources: [pods]
            verbs: [get]
        ClusterRoleBinding ci: ClusterRole web, ServiceAccount ci
      `,
    ],
    good: [
      objects`
        Role shop/web
          - apiGroups: [""]
            resources: [pods]
            verbs: [get]
        RoleBinding shop/ci: Role web, ServiceAccount ci
      `,
      objects`RoleBinding shop/ci: ClusterRole view, ServiceAccount ci`,
    ],
  },

  check(facts, report) {
    for (const binding of facts.byKind.binding) {
      const { roleKind, roleName } = binding;
      // Another kind, or none, is not accepted at all.
      if (roleKind !== 'Role' && roleKind !== 'ClusterRole') continue;
      if (roleName === undefined || (roleKind === 'ClusterRole' ? shipped : shippedInSystem).test(roleName)) continue;
      if (/^(?:system|kubeadm|gce|eks):/.test(binding.name)) continue;
      const there = [...facts.named('role', roleName), ...facts.named('role', '')].some(
        (role) => role.kind === roleKind && (roleKind !== 'Role' || facts.mayShareNamespace(role, binding)),
      );
      if (!there)
        report(
          binding,
          `Refers to a role that does not exist: ${roleKind} ${roleName}, by ${binding.kind} ${binding.name}.`,
          {
            place: 'roleRef',
          },
        );
    }
  },
});

/** Roles of the namespace kube-system. Source: k8s.io/kubernetes, plugin/pkg/auth/authorizer/rbac/bootstrappolicy/namespace_policy.go. */
const shippedInSystem = /^extension-apiserver-authentication-reader$|^system:|^kubeadm:/;

/** Roles that every cluster has. Source: Kubernetes documentation, "Using RBAC Authorization", default roles. */
const shipped = /^(?:cluster-admin|admin|edit|view)$|^system:/;
