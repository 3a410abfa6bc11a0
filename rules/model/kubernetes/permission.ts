/**
 * What a role lets its holder do that is worth a word: named requests, and whether a rule allows one of them. The same permission is found on the role
 * that grants it and on every binding that hands it out.
 */
import { clusterScoped } from '../../data/rbac-verbs.ts';

/** Requests of one API group: any of the verbs on any of the resources. */
export interface Requests {
  readonly group: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** A rule of a role as other files know it. */
export interface PlainRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames: readonly string[];
}

/** A permission, as the requests that make it. */
export interface Permission {
  /** What the holder does with it, as a message ends: `reads every secret`. */
  readonly does: string;
  /** Left out: the rule has to be unlimited. */
  readonly requests?: readonly Requests[];
  /** Names that give the permission too; left out: a rule that names objects does not have it. */
  readonly namedResources?: readonly string[] | 'any';
  /** Asked for beside it: some rule of the same role has to have one of these. */
  readonly along?: readonly Omit<Permission, 'does' | 'along'>[];
}

/** @param resources with blanks between them, as `verbs`. @param group empty for the core group. */
export const requests = (group: string, resources: string, verbs: string): Requests => ({
  group,
  resources: resources.split(' '),
  verbs: verbs.split(' '),
});

/** What is given: everywhere, or by a RoleBinding in a namespace. */
export type Reach = 'cluster' | 'namespace';

/** The verbs of `*` that people write out. */
const everyVerb = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'] as const;

/** Whether rules that are held together have what a permission asks for beside it. @param reach as of `grantsPermission`. */
export function grantAlong(
  rules: readonly PlainRule[],
  { does, along }: Permission,
  reach: Reach = 'cluster',
): boolean {
  return (
    along === undefined ||
    along.some((other) => rules.some((rule) => grantsPermission(rule, { does, ...other }, reach)))
  );
}

/**
 * Whether a rule has the permission, what it asks for beside it left out, as the authorizer reads rules. Source: k8s.io/kubernetes/pkg/apis/rbac/v1/evaluation_helpers.go.
 * @param reach `namespace` for what a RoleBinding gives: nothing outside of namespaces.
 */
export function grantsPermission(rule: PlainRule, permission: Permission, reach: Reach = 'cluster'): boolean {
  if (permission.requests === undefined) return isUnlimited(rule);
  if (!isMeant(rule.resourceNames, permission.namedResources)) return false;
  return permission.requests.some(
    ({ group, resources, verbs }) =>
      covers(rule.apiGroups, group) &&
      verbs.some(
        (verb) =>
          covers(rule.verbs, verb) &&
          resources.some(
            (resource) =>
              coversResource(rule.resources, resource) && (reach === 'cluster' || isAskedInNamespaces(resource, verb)),
          ),
      ),
  );
}

const tests = new WeakMap<Permission, Map<Reach, (rule: PlainRule) => boolean>>();

/** `grantsPermission` as a test of rules: the same function for the same permission, so that answers can be kept by it. */
export function allowing(permission: Permission, reach: Reach): (rule: PlainRule) => boolean {
  const known = tests.get(permission) ?? new Map<Reach, (rule: PlainRule) => boolean>();
  tests.set(permission, known);
  const test = known.get(reach) ?? ((rule: PlainRule): boolean => grantsPermission(rule, permission, reach));
  known.set(reach, test);
  return test;
}

/**
 * Whether a request can be allowed in a namespace, by a Role or a RoleBinding: who makes a RoleBinding to a ClusterRole is asked for `bind` in its
 * namespace, and one Namespace by name is asked for in itself. Sources: Kubernetes documentation, "Restrictions on role binding creation or update";
 * k8s.io/apiserver/pkg/endpoints/request/requestinfo.go.
 */
export function isAskedInNamespaces(resource: string, verb: string): boolean {
  const plural = resource.split('/', 1)[0] as string;
  if (!clusterScoped.has(plural) || (verb === 'bind' && plural === 'clusterroles')) return true;
  return plural === 'namespaces' && ['get', 'update', 'patch', 'delete'].includes(verb);
}

/** Covers every request there is, whether it says `*` or names each verb. */
export function isUnlimited({ apiGroups, resources, verbs }: PlainRule): boolean {
  return (
    apiGroups.includes('*') &&
    resources.includes('*') &&
    (verbs.includes('*') || everyVerb.every((verb) => verbs.includes(verb)))
  );
}

function covers(words: readonly string[], word: string): boolean {
  return words.includes(word) || words.includes('*');
}

function coversResource(words: readonly string[], resource: string): boolean {
  const slash = resource.indexOf('/');
  return covers(words, resource) || (slash >= 0 && words.includes(`*${resource.slice(slash)}`));
}

/** Whether a rule that names objects, or none, gives the permission. */
export function isMeant(names: readonly string[], namedResources: Permission['namedResources']): boolean {
  if (namedResources === 'any') return true;
  if (namedResources === undefined) return names.length === 0;
  return names.some((name) => namedResources.includes(name));
}
