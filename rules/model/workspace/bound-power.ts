/**
 * Powers at the other end: bindings that hand a role's power to somebody. Made of each rule that declares a power, so that both ends carry one
 * id. Source: Kubernetes documentation, "Using RBAC Authorization", RoleBinding and ClusterRoleBinding.
 */
import type { WorkspaceReport } from '../../rule.ts';
import { hasPower, type Power } from '../kubernetes/power.ts';
import type { BindingFact, Facts, RoleFact } from './facts.ts';

export function reportBoundPower(facts: Facts, power: Power, report: WorkspaceReport): void {
  for (const binding of facts.byKind.binding) {
    if (isKubernetesOwn(binding)) continue;
    const [role] = rolesNamed(facts, binding);
    const index = role?.rules.findIndex((rule) => hasPower(rule, power)) ?? -1;
    if (role === undefined || index < 0) continue;
    const [subject] = binding.subjects;
    if (subject === undefined) continue;
    const others = binding.subjects.length > 1 ? ` and ${binding.subjects.length - 1} more` : '';
    const rule = role.rules[index];
    const isVain = binding.kind === 'RoleBinding' && rule !== undefined && !hasPower(rule, power, 'namespace');
    const where = isVain
      ? ': as long as it is bound in a namespace alone, without effect'
      : binding.kind === 'ClusterRoleBinding' || role.kind === 'Role'
        ? ''
        : ', in its namespace';
    report(
      binding,
      `${binding.kind} ${binding.name} gives ${describe(subject)}${others} ${role.kind} ${role.name}, which ${power.does}${where}.`,
      {
        place: 'roleRef',
        related: [{ fact: role, place: `rule${index}`, message: 'This rule of the role allows it.' }],
      },
    );
  }
}

/** Roles by kind and name; asked for once a binding and power. */
const known = new WeakMap<Facts, ReadonlyMap<string, readonly RoleFact[]>>();

function rolesOf(facts: Facts): ReadonlyMap<string, readonly RoleFact[]> {
  let roles = known.get(facts);
  if (roles === undefined) {
    const grouped = new Map<string, RoleFact[]>();
    for (const role of facts.byKind.role) {
      const key = `${role.kind} ${role.name}`;
      grouped.set(key, [...(grouped.get(key) ?? []), role]);
    }
    roles = grouped;
    known.set(facts, roles);
  }
  return roles;
}

/** The roles that a binding may refer to. */
export function rolesNamed(facts: Facts, { roleKind, roleName, ...binding }: BindingFact): readonly RoleFact[] {
  const named = rolesOf(facts).get(`${roleKind} ${roleName}`) ?? [];
  return roleKind === 'Role' ? named.filter((role) => facts.mayShareNamespace(role, binding)) : named;
}

/** What components of Kubernetes and of its providers are bound to is no choice of anybody here. */
function isKubernetesOwn({ name, subjects }: BindingFact): boolean {
  return (
    /^(?:system|kubeadm|gce|eks):/.test(name) ||
    subjects.every((subject) =>
      /^system:(?!serviceaccount|authenticated|unauthenticated|anonymous|masters)/.test(subject.name),
    )
  );
}

function describe({ kind, name }: BindingFact['subjects'][number]): string {
  const what = kind === 'ServiceAccount' ? 'account' : kind.toLowerCase();
  return what === '' ? name : `${what} ${name}`;
}
