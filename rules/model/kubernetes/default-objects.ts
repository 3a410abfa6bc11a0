/**
 * Roles and bindings that Kubernetes itself creates and keeps. A name proves nothing, and neither does a label, since anybody may write both: an
 * object is a default one when it gives nothing beyond what the default of that name gives, to nobody else. Source: Kubernetes documentation, "Using
 * RBAC Authorization", Default roles and role bindings.
 */
import { builtinBinding } from '../../data/builtin-bindings.ts';
import { type BuiltinRule, builtinRole } from '../../data/builtin-roles.ts';
import type { PlainRule } from './permission.ts';

interface Identity {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
}

interface DefaultBinding extends Identity {
  readonly roleKind: string | undefined;
  readonly roleName: string | undefined;
  readonly subjects: readonly {
    readonly kind: string;
    readonly name: string;
    readonly namespace: string | undefined;
  }[];
}

/** Whether a rule of a role gives no more than the default role of that name. */
export function isDefaultRule(role: Identity, rule: PlainRule): boolean {
  const rules = builtinRole(fullNameOf(role, 'ClusterRole'));
  return (
    rules !== undefined &&
    rule.apiGroups.every((group) =>
      rule.resources.every((resource) =>
        rule.verbs.every((verb) =>
          rules.some((one) => gives(one, { group, resource, verb, names: rule.resourceNames })),
        ),
      ),
    )
  );
}

interface Request {
  readonly group: string;
  readonly resource: string;
  readonly verb: string;
  readonly names: readonly string[];
}

function gives(
  { apiGroups, resources, verbs, resourceNames }: BuiltinRule,
  { group, resource, verb, names }: Request,
): boolean {
  const has = (words: readonly string[], word: string): boolean => words.includes(word) || words.includes('*');
  return (
    has(apiGroups, group) &&
    has(resources, resource) &&
    has(verbs, verb) &&
    (resourceNames.length === 0 || (names.length > 0 && names.every((name) => resourceNames.includes(name))))
  );
}

/** Whether a binding gives the role of the default binding of that name, to subjects of it alone. */
export function isDefaultBinding(binding: DefaultBinding): boolean {
  const known = builtinBinding(fullNameOf(binding, 'ClusterRoleBinding'));
  return (
    known !== undefined &&
    binding.roleName === known.role &&
    binding.subjects.every(({ kind, name, namespace }) =>
      known.subjects.includes(
        `${kind} ${kind === 'ServiceAccount' ? `${namespace ?? binding.namespace}/` : ''}${name}`,
      ),
    )
  );
}

function fullNameOf({ kind, name, namespace }: Identity, clusterKind: string): string {
  return kind === clusterKind ? name : `${namespace ?? ''}/${name}`;
}
