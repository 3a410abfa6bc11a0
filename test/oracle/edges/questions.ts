/** Roles and bindings by chance, of words that lead from one permission to more, and what an account with them asks for. The same ones every time. */
import { numbers } from '../numbers.ts';

export interface EdgeAsk {
  readonly do: 'bind' | 'escalate' | 'impersonate';
  /** Of which one has to be allowed; no namespace: everywhere. */
  readonly roles?: readonly { readonly kind: string; readonly name: string; readonly namespace: string }[];
  readonly users?: readonly string[];
  readonly group?: string;
  /** Vertices; a step to one of them says yes. */
  readonly to: readonly string[];
}

type Manifest = { readonly [key: string]: unknown };

/** Who holds what, as manifests, and what is asked. */
export interface EdgeQuestion {
  readonly roles: readonly Manifest[];
  readonly clusterRoles: readonly Manifest[];
  readonly roleBindings: readonly Manifest[];
  readonly clusterRoleBindings: readonly Manifest[];
  readonly account: { readonly name: string; readonly namespace: string };
  readonly asks: readonly EdgeAsk[];
}

const rbac = 'rbac.authorization.k8s.io';
const namespaces = ['app', 'other'];
const names = ['web', 'ops'];
const groups = [rbac, rbac, rbac, '', '', '*', 'authentication.k8s.io'];
const resources = [
  'roles',
  'clusterroles',
  'rolebindings',
  'clusterrolebindings',
  'users',
  'groups',
  'serviceaccounts',
  '*',
];
const verbs = ['bind', 'escalate', 'impersonate', 'create', 'update', 'patch', 'get', '*'];
const subjects = [
  { kind: 'ServiceAccount', name: 'x', namespace: 'app' },
  { kind: 'ServiceAccount', name: 'x', namespace: 'app' },
  { kind: 'Group', name: 'system:serviceaccounts:app', apiGroup: rbac },
  { kind: 'User', name: 'system:serviceaccount:app:x', apiGroup: rbac },
];
const others = [
  { kind: 'ServiceAccount', name: 'x', namespace: 'other' },
  { kind: 'Group', name: 'system:serviceaccounts:other', apiGroup: rbac },
];

/** What of a binding is asked about again. */
interface Held {
  readonly kind: string;
  readonly name: string;
  /** Empty for everywhere. */
  readonly namespace: string;
}

/** @returns questions of ten asks each. */
export function edgeQuestions(count: number): readonly EdgeQuestion[] {
  const next = numbers(23);
  return Array.from({ length: count }, () => edgeQuestion(next));
}

function edgeQuestion(next: (below: number) => number): EdgeQuestion {
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const some = (list: readonly string[]): readonly string[] => [
    ...new Set(Array.from({ length: 1 + next(3) }, () => pick(list))),
  ];
  const rule = (): Manifest => ({
    ...{ apiGroups: some(groups), resources: some(resources), verbs: some(verbs) },
    ...(next(3) > 0 ? {} : { resourceNames: some([...names, 'cluster-admin', 'ann', 'team', 'default']) }),
  });
  const roles: Manifest[] = [];
  const clusterRoles: Manifest[] = [];
  const roleBindings: Manifest[] = [];
  const clusterRoleBindings: Manifest[] = [];
  const held: Held[] = [];
  for (const [i, name] of names.slice(0, 1 + next(2)).entries()) {
    const isEverywhere = next(3) === 0;
    const namespace = isEverywhere ? '' : pick(namespaces);
    const kind = isEverywhere || next(2) === 0 ? 'ClusterRole' : 'Role';
    const isHeld = next(8) > 0;
    const own = kind === 'Role' ? { name, namespace } : { name };
    const role = { apiVersion: `${rbac}/v1`, kind, metadata: own, rules: Array.from({ length: 1 + next(3) }, rule) };
    (kind === 'Role' ? roles : clusterRoles).push(role);
    const binding = {
      ...{ apiVersion: `${rbac}/v1`, kind: isEverywhere ? 'ClusterRoleBinding' : 'RoleBinding' },
      metadata: isEverywhere ? { name: `b${i}` } : { name: `b${i}`, namespace },
      roleRef: { apiGroup: rbac, kind, name },
      subjects: [pick(isHeld ? subjects : others)],
    };
    (isEverywhere ? clusterRoleBindings : roleBindings).push(binding);
    if (isHeld) held.push({ kind, name, namespace });
  }
  const asks = [...bindAsks(), ...escalateAsks(held), ...impersonateAsks()];
  return { roles, clusterRoles, roleBindings, clusterRoleBindings, account: { name: 'x', namespace: 'app' }, asks };
}

const bindAsks = (): readonly EdgeAsk[] => [
  bindCluster('web', 'app'),
  bindCluster('cluster-admin', 'other'),
  bindCluster('ops', ''),
  bindRole('web', 'app'),
  bindRole('ops', 'other'),
];

function bindCluster(name: string, namespace: string): EdgeAsk {
  const at = namespace === '' ? [''] : [`@${namespace}`, '@*'];
  const to = at.flatMap((where) => [`clusterrole/${name}${where}`, `clusterrole/*${where}`]);
  return { do: 'bind', roles: [{ kind: 'ClusterRole', name, namespace }], to };
}

const bindRole = (name: string, namespace: string): EdgeAsk => ({
  do: 'bind',
  roles: [{ kind: 'Role', name, namespace }],
  to: [`role/${namespace}/${name}`, `role/${namespace}/*`, 'role/*', `role/*/${name}`],
});

/** A role that somebody holds may be widened by it, which gives it everything as far as it holds the role. */
const escalateAsks = (held: readonly Held[]): readonly EdgeAsk[] =>
  ['app', ''].map((where) => ({
    do: 'escalate',
    roles: held
      .filter(({ namespace }) => namespace === where)
      .map(({ kind, name, namespace }) => ({ kind, name, namespace: kind === 'Role' ? namespace : '' })),
    to: [where === '' ? 'cluster-admin' : `ns-admin/${where}`],
  }));

const impersonateAsks = (): readonly EdgeAsk[] => [
  {
    do: 'impersonate',
    users: ['system:serviceaccount:other:default'],
    to: ['sa/other/default', 'sa/other/*', 'sa/*', 'sa/*/default'],
  },
  { do: 'impersonate', users: ['ann'], to: ['user/ann', 'user/*'] },
  {
    do: 'impersonate',
    // Whoever the account may act as, of all that rules name.
    users: [
      ...['ann', 'team', 'web', 'ops', 'default', 'cluster-admin', 'somebody'],
      ...['app', 'other'].flatMap((namespace) =>
        ['default', 'web', 'ops', 'ann', 'team', 'cluster-admin', 'any'].map(
          (name) => `system:serviceaccount:${namespace}:${name}`,
        ),
      ),
    ],
    group: 'team',
    to: ['group/team', 'group/*'],
  },
];
