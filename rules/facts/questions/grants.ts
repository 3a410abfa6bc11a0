/** Who may do something: every subject of every binding whose role allows it. Source: Kubernetes documentation, "Using RBAC Authorization". */
import { builtinRoles } from '../../data/builtin-roles.ts';
import { allowing, type Permission } from '../../model/kubernetes/permission.ts';
import type { Facts } from '../index.ts';
import type { BindingFact } from '../kinds/binding.ts';
import type { RoleFact } from '../kinds/role.ts';
import { firstRuleBound } from './bound-rules.ts';

export interface Granted {
  readonly subject: BindingFact['subjects'][number];
  /** `*` in every namespace; undefined in one that nothing names. */
  readonly namespace: string | undefined;
  readonly binding: BindingFact;
  /** Undefined for a role that every cluster has. */
  readonly role: { readonly fact: RoleFact; readonly rule: number } | undefined;
}

export function whoHas(facts: Facts, permission: Permission): readonly Granted[] {
  return facts.byKind.binding.flatMap((binding) => {
    const everywhere = binding.kind === 'ClusterRoleBinding';
    const allows = allowing(permission, everywhere ? 'cluster' : 'namespace');
    const builtin = binding.roleKind === 'ClusterRole' ? builtinRoles.get(binding.roleName ?? '') : undefined;
    const bound = firstRuleBound(facts, binding, allows);
    const role = bound === undefined ? undefined : { fact: bound.role, rule: bound.index };
    if (role === undefined && builtin?.some(allows) !== true) return [];
    const namespace = everywhere ? '*' : facts.namespaceOf(binding);
    return binding.subjects.map((subject) => ({ subject, namespace, binding, role }));
  });
}
