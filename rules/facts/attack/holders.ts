/**
 * Who holds which rules of roles, by which binding and how far: what the steps over the API server are found in. Subjects stand for themselves; an account
 * also holds what its groups do. Source: Kubernetes documentation, "Using RBAC Authorization", Referring to subjects.
 */
import { grantsPermission, type Permission, type PlainRule, type Reach } from '../../model/kubernetes/permission.ts';
import type { Facts } from '../index.ts';
import type { BindingFact } from '../kinds/binding.ts';
import type { RoleFact } from '../kinds/role.ts';
import { builtinRulesBound, rolesNamed, rulesBound } from '../questions/bound-rules.ts';
import { listKey } from '../questions/nearest.ts';
import { type Cut, cutAt } from './edge.ts';
import type { Terrain } from './terrain.ts';
import { groupVertex, namespaceOfObject, objectVertex, setVertex, userVertex } from './vertex.ts';

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

/** The rules that bindings of one role hand out, told apart by how far they do. */
export interface Bundle {
  readonly number: number;
  readonly scope: string;
  readonly roleKind: string | undefined;
  readonly roleName: string | undefined;
  readonly rules: readonly Pick<Grant, 'rule' | 'role' | 'index'>[];
}

/** What one binding, or role, gives somebody. */
export interface Gift {
  readonly bundle: Bundle;
  readonly binding: BindingFact | undefined;
  readonly subject: number;
}

/** Who holds something. */
export class Holder {
  /** In the graph. */
  readonly id: string;
  readonly gifts: readonly Gift[];
  private known: readonly Grant[] | undefined;

  constructor(id: string, gifts: readonly Gift[]) {
    this.id = id;
    this.gifts = gifts;
    this.known = undefined;
  }

  /** Each rule by itself, which of most holders nobody asks for. */
  get grants(): readonly Grant[] {
    this.known ??= this.gifts.flatMap(({ bundle: { rules, scope }, binding, subject }) =>
      rules.map(({ rule, role, index }) => ({ rule, scope, binding, role, index, subject })),
    );
    return this.known;
  }

  /** Namespaces that something is given in, those of what is given for all left out. */
  get namespaces(): readonly string[] {
    return [
      ...new Set(
        this.gifts.flatMap(({ bundle: { scope, rules } }) => (scope === '*' || rules.length === 0 ? [] : [scope])),
      ),
    ];
  }
}

/** @returns everybody whom a binding names, or who is in a group that one names and holds something of its own. */
export function holdersOf(terrain: Terrain): readonly Holder[] {
  const byId = new Map<string, Gift[]>();
  const bundleOf = bundles(terrain);
  for (const binding of terrain.facts.byKind.binding) {
    if (binding.isDefault) continue;
    const bundle = bundleOf(binding);
    for (const [subject, { kind, name, namespace }] of binding.subjects.entries()) {
      const id = subjectId(kind, name, namespace ?? terrain.namespaceOf(binding));
      if (id === undefined) continue;
      const gift = { bundle, binding, subject };
      const own = byId.get(id);
      if (own === undefined) byId.set(id, [gift]);
      else own.push(gift);
    }
  }
  const isGrouped = [...byId.keys()].some((id) => id.startsWith('group/system:'));
  return [...byId].map(([id, own]) => {
    const along = isGrouped ? groupsOf(id).flatMap((group) => byId.get(group) ?? []) : [];
    return new Holder(id, along.length === 0 ? own : [...own, ...along]);
  });
}

/** Bindings that hand out the same, in the same namespace, share it. */
function bundles({ facts, namespaceOf }: Terrain): (binding: BindingFact) => Bundle {
  const known = new Map<string, Bundle>();
  const ofRoles = new Map<string, Bundle['rules']>();
  return (binding) => {
    const { kind, roleKind, roleName } = binding;
    const scope = kind === 'ClusterRoleBinding' ? '*' : namespaceOf(binding);
    const roles = rolesNamed(facts, binding);
    const key = `${scope} ${roleKind} ${roleName} ${listKey(roles)} ${facts.namespaceOf(binding) ?? ''}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    // Which rules they are does not hang on the namespace.
    const role = `${roleKind} ${roleName} ${listKey(roles)}`;
    const rules = ofRoles.get(role) ?? rulesOf(facts, binding);
    ofRoles.set(role, rules);
    const bundle = { number: known.size, scope, roleKind, roleName, rules };
    known.set(key, bundle);
    return bundle;
  };
}

function rulesOf(facts: Facts, binding: BindingFact): Bundle['rules'] {
  const written = rulesBound(facts, binding).flatMap(({ role, index }) => {
    const rule = role.rules[index];
    return rule === undefined ? [] : [{ rule, role, index }];
  });
  return [...written, ...builtinRulesBound(facts, binding).map((rule, index) => ({ rule, role: undefined, index }))];
}

/** @returns the name in the graph; undefined for a subject that cannot be told. */
export function subjectId(kind: string, name: string, namespace: string): string | undefined {
  if (name === '') return undefined;
  if (kind === 'ServiceAccount') return objectVertex('sa', namespace, name);
  if (kind === 'Group') return groupVertex(name);
  if (kind !== 'User') return undefined;
  const [, of, account = ''] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(name) ?? [];
  return of === undefined ? userVertex(name) : objectVertex('sa', of, account);
}

/** The groups that an account is in. */
export function groupsOf(id: string): readonly string[] {
  const namespace = namespaceOfObject('sa', id);
  return namespace === undefined
    ? []
    : ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'].map(groupVertex);
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

/** @returns those of the needs that some rule gives, however far. @param needs the same list where the same is asked again. */
export function heldOf({ gifts }: Holder, needs: readonly Need[]): ReadonlySet<Need> {
  const [first, ...others] = gifts;
  if (first === undefined) return new Set();
  if (others.length === 0) return heldIn(first.bundle, needs);
  return new Set(gifts.flatMap(({ bundle }) => [...heldIn(bundle, needs)]));
}

const heldInBundle = new WeakMap<Bundle, ReadonlySet<Need>>();

function heldIn(bundle: Bundle, needs: readonly Need[]): ReadonlySet<Need> {
  const known = heldInBundle.get(bundle);
  if (known !== undefined) return known;
  const reach = bundle.scope === '*' ? 'cluster' : 'namespace';
  const found = new Set(bundle.rules.flatMap(({ rule }) => givenBy(rule, reach, needs)));
  heldInBundle.set(bundle, found);
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
export function roleHolders({ facts, namespaceOf }: Terrain, wanted: ReadonlySet<string>): readonly Holder[] {
  return facts.byKind.role.flatMap((role, number) => {
    const scope = role.kind === 'Role' ? namespaceOf(role) : undefined;
    if (scope === undefined) return [];
    const id = objectVertex('role', scope, role.name);
    if (![id, setVertex('role', scope), setVertex('role', '*')].some((name) => wanted.has(name))) return [];
    const rules = role.rules.map((rule, index) => ({ rule, role, index }));
    const bundle = { number: -1 - number, scope, roleKind: role.kind, roleName: role.name, rules };
    return [new Holder(id, [{ bundle, binding: undefined, subject: 0 }])];
  });
}
