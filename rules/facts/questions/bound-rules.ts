/**
 * The rules of roles that a binding hands out. Source: Kubernetes documentation, "Using RBAC Authorization", RoleBinding and ClusterRoleBinding.
 */
import { builtinRole } from '../../data/builtin-roles.ts';
import { matches } from '../../model/kubernetes/labels.ts';
import {
  allowing,
  grantAlong,
  type Permission,
  type PlainRule,
  type Reach,
} from '../../model/kubernetes/permission.ts';
import type { Fact } from '../fact.ts';
import type { Facts } from '../index.ts';
import type { BindingFact } from '../kinds/binding.ts';
import type { RoleFact } from '../kinds/role.ts';
import { inOrder, nearBy, rememberedBy } from '../near-by.ts';
import { listKey, nearest } from './nearest.ts';

const roles = nearBy('role', () => ({ kind, name }) => [`${kind} ${name}`]);

/** Roles of one name that bindings of a namespace may refer to. */
const possibleRoles: (facts: Facts, binding: BindingFact) => readonly RoleFact[] = rememberedBy(
  (facts, binding) => {
    const { roleKind, roleName } = binding;
    return `${roleKind?.length} ${roleKind} ${roleName?.length} ${roleName} ${namespaceOf(facts, roleKind, binding) ?? ''}`;
  },
  (facts, binding) => {
    const { roleKind, roleName } = binding;
    return inOrder(facts, roles(facts, namespaceOf(facts, roleKind, binding), `${roleKind} ${roleName}`));
  },
);

/** That of the roles; undefined where they may be of any. */
const namespaceOf = (facts: Facts, roleKind: string | undefined, binding: Fact): string | undefined =>
  roleKind === 'Role' ? facts.namespaceOf(binding) : undefined;

/** The roles that a binding may refer to. */
export function rolesNamed(facts: Facts, binding: BindingFact): readonly RoleFact[] {
  return nearest(binding.ref, possibleRoles(facts, binding));
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
export function rulesBound(facts: Facts, binding: BindingFact): readonly BoundRule[] {
  return rolesBound(facts, binding).flatMap((role) => role.rules.map((_, index) => ({ role, index })));
}

/** What is known of the rules of roles, by the question. */
const known = new WeakMap<readonly RoleFact[], Map<RuleTest, BoundRule | undefined>>();

/** Whether a rule of a role is one of those that are asked for. */
export type RuleTest = (rule: PlainRule) => boolean;

/** The first of these rules that passes a test. @param test the same function where the same is asked again: bindings of one role share the answer. */
export function firstRuleBound(facts: Facts, binding: BindingFact, test: RuleTest): BoundRule | undefined {
  const bound = rolesBound(facts, binding);
  const answers = known.get(bound) ?? new Map<RuleTest, BoundRule | undefined>();
  known.set(bound, answers);
  if (!answers.has(test)) answers.set(test, firstRule(bound, test));
  return answers.get(test);
}

function firstRule(bound: readonly RoleFact[], test: RuleTest): BoundRule | undefined {
  for (const role of bound) {
    const index = role.rules.findIndex(test);
    if (index >= 0) return { role, index };
  }
  return undefined;
}

const rolesBound: (facts: Facts, binding: BindingFact) => readonly RoleFact[] = rememberedBy(
  (facts, binding) => `${binding.roleKind} ${binding.roleName} ${listKey(rolesNamed(facts, binding))}`,
  (facts, binding) => {
    const own = rolesNamed(facts, binding);
    return binding.roleKind === 'ClusterRole' ? [...own, ...aggregatedInto(facts, binding, own)] : [...own];
  },
);

/** How far what a binding gives goes. */
export const reachOf = ({ kind }: BindingFact): Reach => (kind === 'ClusterRoleBinding' ? 'cluster' : 'namespace');

/**
 * The rule by which a binding hands out a permission, as far as the binding reaches: a RoleBinding gives nothing outside of namespaces.
 * @param test as of `firstRuleBound`; left out: whether the rule has the permission.
 * @param beside bindings of who is asked about: what the permission asks for beside it may come from any of them; left out: from the binding alone.
 */
export function ruleGiving(
  facts: Facts,
  binding: BindingFact,
  permission: Permission,
  test: RuleTest = allowing(permission, reachOf(binding)),
  beside: readonly BindingFact[] = [binding],
): BoundRule | undefined {
  const found = firstRuleBound(facts, binding, test);
  return found === undefined || isHeldAlong(facts, binding, permission, beside) ? found : undefined;
}

/** Whether what a permission asks for beside it is held by bindings that reach where this one does. */
export function isHeldAlong(
  facts: Facts,
  binding: BindingFact,
  permission: Permission,
  beside: readonly BindingFact[],
): boolean {
  if (permission.along === undefined) return true;
  return beside.some((other) => {
    const isApart = reachOf(other) === 'namespace' && reachOf(binding) === 'namespace';
    if (isApart && !facts.mayShareNamespace(binding, other)) return false;
    return grantAlong(plainRulesBound(facts, other), permission, reachOf(other));
  });
}

/** The rules that a binding hands out, those of roles that every cluster has included. */
function plainRulesBound(facts: Facts, binding: BindingFact): readonly PlainRule[] {
  const written = rulesBound(facts, binding).flatMap(({ role, index }) => role.rules[index] ?? []);
  return [...written, ...builtinRulesBound(facts, binding)];
}

/** The rules that a binding hands out of a role that every cluster has and no file shows; none for other roles. */
export function builtinRulesBound(facts: Facts, binding: BindingFact): readonly PlainRule[] {
  if (binding.roleKind !== 'ClusterRole') return [];
  const known = builtinRole(binding.roleName ?? '');
  // A file that shows a role of this name says itself what it holds.
  return known === undefined || rolesNamed(facts, binding).length > 0 ? [] : known;
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
