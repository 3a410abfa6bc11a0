import { objects } from '../../contract/objects.ts';
import { cis, defineRule, kics, kubeLinter, kubescape, nsa, polaris, trivy } from '../../contract/rule.ts';
import type { Binding } from '../../model/kubernetes/access.ts';

export default defineRule({
  id: 'cluster-admin-binding',
  subject: 'binding',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  closes: ['subject'],
  title: 'Binding grants cluster-admin',
  why: 'The role `cluster-admin` may do everything. Bound to a service account, it belongs to whoever breaks into one of its pods.',
  remedy:
    'Write a role with what is needed. `admin`, `edit` and `view` come with Kubernetes and go into a RoleBinding of one namespace.',
  ignoreWhen: 'It is for the people who run the cluster.',
  standards: [cis('5.1.1'), nsa()],
  aliases: [
    kubeLinter('cluster-admin-role-binding'),
    polaris('clusterrolebindingClusterAdmin'),
    polaris('rolebindingClusterAdminClusterRole'),
    trivy('KSV-0111'),
    kubescape('C-0185'),
    kics('Cluster Admin Rolebinding With Superuser Permissions'),
  ],
  examples: {
    bad: [
      objects`ClusterRoleBinding deployer: ClusterRole cluster-admin, ServiceAccount ci/deployer`,
      objects`RoleBinding shop/deployer: ClusterRole cluster-admin, ServiceAccount deployer`,
    ],
    good: [
      objects`RoleBinding shop/deployer: ClusterRole edit, ServiceAccount deployer`,
      objects`RoleBinding shop/deployer: Role cluster-admin, ServiceAccount deployer`,
    ],
  },

  check(binding, report) {
    if (binding.roleKind !== 'ClusterRole' || binding.roleName !== 'cluster-admin' || binding.isDefault) return;
    const { clusterWide, resource } = binding;
    const name = binding.roleRef.at('name');
    report(
      name,
      `Makes its subjects administrators of ${clusterWide ? 'the cluster' : 'the namespace'}: ${resource.label}.`,
      () => ({
        title: 'Bind the role view instead',
        consequence: 'its subjects may only look then',
        changes: [name.set('view')],
        // Kubernetes documentation, "Using RBAC Authorization": a binding's role cannot be changed.
        assumes: 'the live binding is deleted first, as its role cannot change',
      }),
      [],
      isOfFlux(binding) ? { from: 'strict' } : {},
    );
  },
});

/** The controllers of Flux apply what repositories hold, of any kind. Source: Flux documentation, "Security", controller permissions. */
const isOfFlux = ({ subjects }: Binding): boolean =>
  subjects.length > 0 &&
  subjects.every(
    ({ kind, name, namespace }) =>
      kind === 'ServiceAccount' && namespace === 'flux-system' && /^(?:kustomize|helm)-controller$/.test(name),
  );
