/** Who may do something: every subject of every binding whose role allows it. Source: Kubernetes documentation, "Using RBAC Authorization". */
import { allowing, grantsPermission, type Permission } from '../../model/kubernetes/permission.ts';
import type { Facts } from '../index.ts';
import type { BindingFact } from '../kinds/binding.ts';
import type { RoleFact } from '../kinds/role.ts';
import { builtinRulesBound, firstRuleBound, isHeldAlong, reachOf } from './bound-rules.ts';
import { bindingsOfAccount, bindingsTo } from './subjects.ts';

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
    const bound = firstRuleBound(facts, binding, allowing(permission, reachOf(binding)));
    const role = bound === undefined ? undefined : { fact: bound.role, rule: bound.index };
    if (role === undefined && !isGivenByBuiltin(facts, binding, permission)) return [];
    const namespace = binding.kind === 'ClusterRoleBinding' ? '*' : facts.namespaceOf(binding);
    return binding.subjects
      .filter((subject) => isHeldAlong(facts, binding, permission, bindingsOf(facts, binding, subject)))
      .map((subject) => ({ subject, namespace, binding, role }));
  });
}

/** All that bind a subject of a binding, by its name or by a group that it is in. */
function bindingsOf(facts: Facts, binding: BindingFact, subject: Granted['subject']): readonly BindingFact[] {
  const { kind, name, namespace } = subject;
  const found =
    kind === 'ServiceAccount'
      ? bindingsOfAccount(facts, name, namespace ?? facts.namespaceOf(binding))
      : bindingsTo(facts, kind, name);
  return [binding, ...found];
}

const isGivenByBuiltin = (facts: Facts, binding: BindingFact, permission: Permission): boolean =>
  builtinRulesBound(facts, binding).some((rule) => grantsPermission(rule, permission, reachOf(binding)));
