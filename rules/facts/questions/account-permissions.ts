/**
 * What a workload may do at the API server, by its account: account, bindings that name it or its groups, roles, rules. Source: Kubernetes
 * documentation, "Using RBAC Authorization" and "Service Accounts".
 */

import { grantsPermission, type Permission } from '../../model/kubernetes/permission.ts';
import { everything } from '../../model/kubernetes/strong-permissions.ts';
import type { FactPlace, RelatedFact } from '../fact.ts';
import type { Facts } from '../index.ts';
import type { BindingFact } from '../kinds/binding.ts';
import type { RoleFact } from '../kinds/role.ts';
import type { WorkloadFact } from '../kinds/workload.ts';
import { builtinRulesBound, isHeldAlong, reachOf, ruleGiving } from './bound-rules.ts';
import { accountNamed } from './lookup.ts';
import { bindingListsOf } from './subjects.ts';

/** A permission that an account has, and the way to it. */
export interface HeldPermission {
  readonly permission: Permission;
  readonly binding: BindingFact;
  /** Undefined for a role that every cluster has. */
  readonly role: RoleFact | undefined;
  /** In every namespace. */
  readonly everywhere: boolean;
  readonly path: readonly RelatedFact[];
  /** The rule of a role that gives it; undefined for a role that every cluster has. */
  readonly source: FactPlace | undefined;
}

/** The strongest of the permissions that the pods of a workload have; undefined when they have none, or no token. */
export function heldPermission(
  facts: Facts,
  workload: WorkloadFact,
  permissions: readonly Permission[],
): HeldPermission | undefined {
  const { serviceAccount } = workload;
  if (serviceAccount === undefined || serviceAccount === '' || !hasToken(facts, workload, serviceAccount))
    return undefined;
  const lists = bindingListsOf(facts, serviceAccount, facts.namespaceOf(workload), workload.ref);
  for (const permission of permissions)
    for (const bindings of lists) {
      const held = firstHeld(bindings, permission, facts, lists);
      if (held !== undefined) return held;
    }
  return undefined;
}

/** What bindings give by themselves, which all whom they reach ask about. */
const known = new WeakMap<readonly BindingFact[], Map<Permission, HeldPermission | undefined>>();

/** @param lists all bindings of the account, of which a permission may need several. */
function firstHeld(
  bindings: readonly BindingFact[],
  permission: Permission,
  facts: Facts,
  lists: readonly (readonly BindingFact[])[],
): HeldPermission | undefined {
  if (bindings.length === 0) return undefined;
  if (permission.along !== undefined) return findHeld(bindings, permission, facts, lists.flat());
  const answers = known.get(bindings) ?? new Map<Permission, HeldPermission | undefined>();
  known.set(bindings, answers);
  if (!answers.has(permission)) answers.set(permission, findHeld(bindings, permission, facts, []));
  return answers.get(permission);
}

function findHeld(
  bindings: readonly BindingFact[],
  permission: Permission,
  facts: Facts,
  beside: readonly BindingFact[],
): HeldPermission | undefined {
  for (const binding of bindings) {
    const held = heldBy(binding, permission, facts, beside);
    if (held !== undefined) return held;
  }
  return undefined;
}

/** @param account the name of the workload's account. @returns whether its pods get a token of it; false where that is not known. */
export function hasToken(facts: Facts, workload: WorkloadFact, account: string): boolean {
  // A volume that asks for one is given it, whatever is said of mounting one by default.
  if (workload.power.projectedToken) return true;
  if (workload.automount === false || workload.automount === 'unknown') return false;
  const own = accountNamed(facts, workload, account);
  return workload.automount === true || own?.automount === undefined || own.automount === true;
}

function heldBy(
  binding: BindingFact,
  permission: Permission,
  facts: Facts,
  beside: readonly BindingFact[],
): HeldPermission | undefined {
  const everywhere = binding.kind === 'ClusterRoleBinding';
  const bound: RelatedFact = {
    fact: binding,
    place: 'roleRef',
    message: `${binding.kind} ${binding.name} binds the account.`,
  };
  if (binding.roleKind === 'ClusterRole' && binding.roleName === 'cluster-admin')
    return { permission: everything, binding, role: undefined, everywhere, path: [bound], source: undefined };
  const found = ruleGiving(facts, binding, permission, undefined, beside);
  if (found === undefined) return heldByBuiltin(binding, permission, facts, beside, bound);
  const { role, index } = found;
  const allowed: RelatedFact = {
    fact: role,
    place: `rule${index}`,
    message: `${role.kind} ${role.name} allows it here.`,
  };
  return { permission, binding, role, everywhere, path: [bound, allowed], source: allowed };
}

/** Of a role that every cluster has, such as `edit`. */
function heldByBuiltin(
  binding: BindingFact,
  permission: Permission,
  facts: Facts,
  beside: readonly BindingFact[],
  bound: RelatedFact,
): HeldPermission | undefined {
  const isGiven = builtinRulesBound(facts, binding).some((rule) =>
    grantsPermission(rule, permission, reachOf(binding)),
  );
  if (!isGiven || !isHeldAlong(facts, binding, permission, beside)) return undefined;
  const everywhere = reachOf(binding) === 'cluster';
  return { permission, binding, role: undefined, everywhere, path: [bound], source: undefined };
}
