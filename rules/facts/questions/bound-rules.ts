/**
 * The rules of roles that a binding hands out. Source: Kubernetes documentation, "Using RBAC Authorization", RoleBinding and ClusterRoleBinding.
 */
import { matches } from '../../model/kubernetes/labels.ts';
import type { PlainRule } from '../../model/kubernetes/permission.ts';
import type { Facts } from '../index.ts';
import type { BindingFact } from '../kinds/binding.ts';
import type { RoleFact } from '../kinds/role.ts';
import { nearest } from './nearest.ts';

/** Roles by kind and name; asked for once a binding and permission. */
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
  const possible = roleKind === 'Role' ? named.filter((role) => facts.mayShareNamespace(role, binding)) : named;
  return nearest(binding.ref, possible);
}

/** A rule that a binding hands out, and the role it stands in, which an aggregated role need not be. */
export interface BoundRule {
  readonly role: RoleFact;
  readonly index: number;
}

/**
 * The rules that a binding hands out, those of roles that its own one is made of included. Source: Kubernetes documentation, "Using RBAC
 * Authorization", Aggregated ClusterRoles.
 */
export function rulesBound(
  facts: Facts,
  binding: BindingFact,
  test: (rule: PlainRule) => boolean,
): readonly BoundRule[] {
  const own = rolesNamed(facts, binding);
  const roles = binding.roleKind === 'ClusterRole' ? [...own, ...aggregatedInto(facts, binding, own)] : own;
  return roles.flatMap((role) => role.rules.flatMap((rule, index) => (test(rule) ? [{ role, index }] : [])));
}

function aggregatedInto(facts: Facts, { roleName }: BindingFact, own: readonly RoleFact[]): readonly RoleFact[] {
  const label = builtinAggregates.get(roleName ?? '');
  const selectors = own.flatMap(({ aggregates }) => aggregates);
  if (label === undefined && selectors.length === 0) return [];
  return facts.byKind.role.filter(
    ({ kind, labels }) =>
      kind === 'ClusterRole' &&
      labels !== undefined &&
      (label?.some((one) => labels[one] === 'true') === true ||
        selectors.some((selector) => matches(selector, labels))),
  );
}

const aggregateTo = (role: string): string => `rbac.authorization.k8s.io/aggregate-to-${role}`;

/** What is added to the roles that every cluster has; `edit` is part of `admin`, and `view` of both. */
const builtinAggregates: ReadonlyMap<string, readonly string[]> = new Map([
  ['admin', ['admin', 'edit', 'view'].map(aggregateTo)],
  ['edit', ['edit', 'view'].map(aggregateTo)],
  ['view', [aggregateTo('view')]],
]);
