/** Who may do something: every subject of every binding whose role allows it. Source: Kubernetes documentation, "Using RBAC Authorization". */
import { builtinRole } from '../../data/builtin-roles.ts';
import { grantAlong, grantsPermission, type Permission, type Reach } from '../../model/kubernetes/permission.ts';
import type { Facts } from '../index.ts';
import type { BindingFact } from '../kinds/binding.ts';
import type { RoleFact } from '../kinds/role.ts';
import { reachOf, ruleGiving } from './bound-rules.ts';

/** A subject, with the binding and the rule by which it may. */
export interface Granted {
  readonly subject: BindingFact['subjects'][number];
  /** `*` in every namespace; undefined in one that nothing names. */
  readonly namespace: string | undefined;
  readonly binding: BindingFact;
  /** Undefined for a role that every cluster has. */
  readonly role: { readonly fact: RoleFact; readonly rule: number } | undefined;
}

/** @returns every grant, in the order of the bindings; several of one subject where several bindings give it. */
export function whoHas(facts: Facts, permission: Permission): readonly Granted[] {
  return facts.byKind.binding.flatMap((binding) => {
    const everywhere = binding.kind === 'ClusterRoleBinding';
    const bound = ruleGiving(facts, binding, permission);
    const role = bound === undefined ? undefined : { fact: bound.role, rule: bound.index };
    if (role === undefined && !isGivenByBuiltin(binding, permission, reachOf(binding))) return [];
    const namespace = everywhere ? '*' : facts.namespaceOf(binding);
    return binding.subjects.map((subject) => ({ subject, namespace, binding, role }));
  });
}

function isGivenByBuiltin({ roleKind, roleName = '' }: BindingFact, permission: Permission, reach: Reach): boolean {
  const rules = (roleKind === 'ClusterRole' ? builtinRole(roleName) : undefined) ?? [];
  return rules.some((rule) => grantsPermission(rule, permission, reach)) && grantAlong(rules, permission, reach);
}
