/**
 * Who holds which rules of roles, by which binding and how far: what the steps over the API server are found in. Subjects stand for themselves; an account
 * also holds what its groups do. Source: Kubernetes documentation, "Using RBAC Authorization", Referring to subjects.
 */
import { grantsPermission, type Permission, type PlainRule, type Reach } from '../../model/kubernetes/permission.ts';
import type { BindingFact } from '../kinds/binding.ts';
import type { RoleFact } from '../kinds/role.ts';
import { builtinRulesBound, rulesBound } from '../questions/bound-rules.ts';
import { type Cut, cutAt } from './edge.ts';
import type { Terrain } from './terrain.ts';

/** A rule that somebody holds. */
export interface Grant {
  readonly rule: PlainRule;
  /** `*` for every namespace, and for what lies in none. */
  readonly scope: string;
  /** Undefined for what a role gives to whoever binds it. */
  readonly binding: BindingFact | undefined;
  /** Undefined for a role that every cluster has. */
  readonly role: RoleFact | undefined;
  /** Which rule of the role. */
  readonly index: number;
  /** Which subject of the binding. */
  readonly subject: number;
}

/** Who holds something. */
export interface Holder {
  /** In the graph. */
  readonly id: string;
  readonly grants: readonly Grant[];
  /** Namespaces that a grant is given in, those of grants for all left out. */
  readonly namespaces: readonly string[];
}

/** @returns everybody whom a binding names, or who is in a group that one names and holds something of its own. */
export function holdersOf(terrain: Terrain): readonly Holder[] {
  const byId = new Map<string, Grant[]>();
  for (const binding of terrain.facts.byKind.binding) {
    if (binding.isDefault) continue;
    const grants = grantsOf(terrain, binding);
    for (const [subject, { kind, name, namespace }] of binding.subjects.entries()) {
      const id = subjectId(kind, name, namespace ?? terrain.namespaceOf(binding));
      if (id === undefined) continue;
      const own = byId.get(id) ?? [];
      byId.set(id, own);
      for (const grant of grants) own.push({ ...grant, subject });
    }
  }
  return [...byId].map(([id, own]) => {
    const grants = [...own, ...groupsOf(id).flatMap((group) => byId.get(group) ?? [])];
    return {
      id,
      grants,
      namespaces: [...new Set(grants.flatMap(({ scope }) => (scope === '*' ? [] : [scope])))],
    };
  });
}

/** @returns the name in the graph; undefined for a subject that cannot be told. */
export function subjectId(kind: string, name: string, namespace: string): string | undefined {
  if (name === '') return undefined;
  if (kind === 'ServiceAccount') return `sa/${namespace}/${name}`;
  if (kind === 'Group') return `group/${name}`;
  if (kind !== 'User') return undefined;
  const [, of, account] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(name) ?? [];
  return of === undefined ? `user/${name}` : `sa/${of}/${account}`;
}

/** The groups that an account is in. */
export function groupsOf(id: string): readonly string[] {
  const [, namespace] = /^sa\/([^/]+)\//.exec(id) ?? [];
  return namespace === undefined
    ? []
    : ['group/system:serviceaccounts', `group/system:serviceaccounts:${namespace}`, 'group/system:authenticated'];
}

function grantsOf(terrain: Terrain, binding: BindingFact): readonly Omit<Grant, 'subject'>[] {
  const scope = binding.kind === 'ClusterRoleBinding' ? '*' : terrain.namespaceOf(binding);
  const { facts } = terrain;
  const written = rulesBound(facts, binding).flatMap(({ role, index }) => {
    const rule = role.rules[index];
    return rule === undefined ? [] : [{ rule, scope, binding, role, index }];
  });
  const builtin = builtinRulesBound(facts, binding);
  return [...written, ...builtin.map((rule, index) => ({ rule, scope, binding, role: undefined, index }))];
}

/** A permission of an edge: `names` tells whether a rule that names objects gives it for these. */
export interface Need {
  readonly permission: Permission;
  readonly names: 'none' | 'any';
}

/** A grant that gives what is needed. */
export interface Given {
  readonly grant: Grant;
  /** Objects that it is given for; empty for all. */
  readonly names: readonly string[];
}

/**
 * What gives a permission in a namespace, or everywhere.
 * @param scope `*`: only what is given everywhere; else what is given in the namespace, or everywhere.
 */
export function given({ grants }: Holder, { permission, names }: Need, scope: string): readonly Given[] {
  return grants.flatMap((grant) => {
    if (grant.scope !== '*' && grant.scope !== scope) return [];
    if (names === 'none' && grant.rule.resourceNames.length > 0) return [];
    return doesGrant(grant.rule, permission, grant.scope === '*' ? 'cluster' : 'namespace')
      ? [{ grant, names: grant.rule.resourceNames }]
      : [];
  });
}

/** @returns those of the needs that some grant gives, however far. @param needs the same list where the same is asked again. */
export function heldOf({ grants }: Holder, needs: readonly Need[]): ReadonlySet<Need> {
  const found = new Set<Need>();
  for (const { rule, scope } of grants)
    for (const one of givenBy(rule, scope === '*' ? 'cluster' : 'namespace', needs)) found.add(one);
  return found;
}

/** Of most rules nothing is needed, which is asked of each of their holders. */
const giving = {
  cluster: new WeakMap<PlainRule, readonly Need[]>(),
  namespace: new WeakMap<PlainRule, readonly Need[]>(),
};

function givenBy(rule: PlainRule, reach: Reach, needs: readonly Need[]): readonly Need[] {
  const found = giving[reach].get(rule) ?? needs.filter(({ permission }) => doesGrant(rule, permission, reach));
  giving[reach].set(rule, found);
  return found;
}

/** What rules give, by how far: many bindings hand out the rules of one role. */
const known = { cluster: new WeakMap<PlainRule, Answers>(), namespace: new WeakMap<PlainRule, Answers>() };
type Answers = Map<Permission, boolean>;

function doesGrant(rule: PlainRule, permission: Permission, reach: Reach): boolean {
  const answers: Answers = known[reach].get(rule) ?? new Map();
  known[reach].set(rule, answers);
  const found = answers.get(permission) ?? grantsPermission(rule, permission, reach);
  answers.set(permission, found);
  return found;
}

/** The edits that take a permission from whoever holds it by a grant: of the words of the role, and of the binding. */
export function cutsOf({ rule, binding, role, index, subject }: Grant, { does }: Permission): readonly Cut[] {
  // Of what a star gives nothing can be removed by itself.
  const isStar = rule.verbs.includes('*') || rule.resources.includes('*');
  const whose = role === undefined ? '' : `${role.kind} ${role.name}`;
  const edit = isStar
    ? `Name what is needed in place of * in ${whose}`
    : `Remove the permission to ${does} from ${whose}`;
  const narrow = role === undefined ? [] : [cutAt('permission', role, `rule${index}`, edit, 2)];
  if (binding === undefined) return narrow;
  const who = binding.subjects[subject];
  const whom = who === undefined ? 'it' : `${who.kind} ${who.name}`;
  const unbind = cutAt(
    'subject',
    binding,
    `subject${subject}`,
    `Remove ${whom} from ${binding.kind} ${binding.name}`,
    role === undefined ? 2 : 4,
  );
  return [...narrow, unbind];
}

/** @returns what each role of a namespace gives to whoever may bind it, for the roles of these names. */
export function roleHolders(terrain: Terrain, wanted: ReadonlySet<string>): readonly Holder[] {
  return terrain.facts.byKind.role.flatMap((role) => {
    const namespace = role.kind === 'Role' ? terrain.namespaceOf(role) : undefined;
    if (namespace === undefined) return [];
    const id = `role/${namespace}/${role.name}`;
    if (![id, `role/${namespace}/*`, 'role/*'].some((name) => wanted.has(name))) return [];
    const grants = role.rules.map((rule, index) => ({
      ...{ rule, scope: namespace, binding: undefined, role, index, subject: 0 },
    }));
    return [{ id, grants, namespaces: [namespace] }];
  });
}
