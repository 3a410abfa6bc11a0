/**
 * The rows on permissions that lead to more permissions. Sources: Kubernetes documentation, "Using RBAC Authorization", Privilege escalation prevention and
 * bootstrapping; those of a row where it is named.
 */

import { isPowerfulUser } from '../../data/known-users.ts';
import { requests } from '../../model/kubernetes/permission.ts';
import { type ApiRow, type Asked, type Lead, need, objects, unlimited } from './api-row.ts';
import { adminVertex, clusterAdmin, clusterRoleVertex, groupVertex, userVertex } from './vertex.ts';

const rbac = 'rbac.authorization.k8s.io';
const rbacPage =
  'Kubernetes documentation, "Using RBAC Authorization", Restrictions on role binding creation or update';
const impersonation = 'k8s.io/apiserver/pkg/endpoints/filters/impersonation';

const bindRoles = (kind: 'roles' | 'clusterroles') => need(`bind ${kind}`, 'any', requests(rbac, kind, 'bind'));
const makeBindings = (kind: 'rolebindings' | 'clusterrolebindings') =>
  need(`make ${kind}`, 'none', requests(rbac, kind, 'create update patch'));
const impersonate = (what: 'users' | 'groups' | 'serviceaccounts') =>
  need(`impersonate ${what}`, 'any', requests('', what, 'impersonate'));
const masters = 'system:masters';

/** What a role that may be bound to oneself leads to; a ClusterRole that is bound in one namespace is held there. */
function clusterRoles(names: readonly string[], scope: string | undefined): readonly Lead[] {
  const all = scope === undefined ? clusterAdmin : adminVertex(scope);
  if (names.length === 0) return [{ to: all }, { to: clusterRoleVertex('*', scope) }];
  return names.flatMap((name) => [
    ...(name === 'cluster-admin' ? [{ to: all }] : []),
    { to: clusterRoleVertex(name, scope) },
  ]);
}

/** Namespaces in which a holder is bound to a Role, which it can widen then. */
const ownRoles = ({ holder, scope }: Asked, names: readonly string[]): readonly string[] => [
  ...new Set(
    holder.gifts.flatMap(({ binding, bundle: { rules, roleKind, roleName = '', scope: given } }) =>
      binding !== undefined &&
      rules.length > 0 &&
      roleKind === 'Role' &&
      (scope === '*' || given === scope) &&
      (names.length === 0 || names.includes(roleName))
        ? [given]
        : [],
    ),
  ),
];

/** The rows, the shortest way first. */
export const takeoverRows: readonly ApiRow[] = [
  {
    id: 'api.unlimited',
    does: 'may do everything',
    techniques: 'T1078',
    source: rbacPage,
    needs: [[unlimited]],
    leads: ({ scope }) => [{ to: scope === '*' ? clusterAdmin : adminVertex(scope) }],
  },
  {
    id: 'api.impersonate',
    does: 'acts as any account',
    techniques: 'T1078, T1134',
    source: impersonation,
    needs: [[impersonate('serviceaccounts')]],
    leads: ({ scope, names }) => objects('sa', scope, names[0] ?? []).map((to) => ({ to })),
  },
  {
    id: 'api.impersonate',
    does: 'acts as a member of any group',
    techniques: 'T1078, T1134',
    source: `${impersonation}: a group is never impersonated without a user`,
    clusterOnly: true,
    needs: [
      [impersonate('groups'), impersonate('users')],
      [impersonate('groups'), impersonate('serviceaccounts')],
    ],
    leads: ({ names }) => {
      const groups = names[0] ?? [];
      if (groups.length === 0) return [{ to: clusterAdmin }, { to: groupVertex('*') }];
      return groups.map((name) => ({ to: name === masters ? clusterAdmin : groupVertex(name) }));
    },
  },
  {
    id: 'api.impersonate',
    does: 'acts as any user',
    techniques: 'T1078, T1134',
    source: impersonation,
    clusterOnly: true,
    needs: [[impersonate('users')]],
    leads: ({ names }) => {
      const users = names[0] ?? [];
      if (users.length === 0) return [{ to: userVertex('*') }];
      return users.map((name) => ({ to: isPowerfulUser(name) ? clusterAdmin : userVertex(name) }));
    },
  },
  {
    id: 'api.bind',
    does: 'binds any ClusterRole to itself',
    techniques: 'T1098.006',
    source: `${rbacPage}; k8s.io/kubernetes/pkg/registry/rbac/escalation_check.go`,
    clusterOnly: true,
    needs: [[bindRoles('clusterroles'), makeBindings('clusterrolebindings')]],
    leads: ({ names }) => clusterRoles(names[0] ?? [], undefined),
  },
  {
    id: 'api.bind',
    does: 'binds any ClusterRole to itself in the namespace',
    techniques: 'T1098.006',
    source: `${rbacPage}: bind is asked for in the namespace of the binding`,
    needs: [[bindRoles('clusterroles'), makeBindings('rolebindings')]],
    leads: ({ scope, names }) => clusterRoles(names[0] ?? [], scope),
  },
  {
    id: 'api.bind',
    does: 'binds any Role to itself in the namespace',
    techniques: 'T1098.006',
    source: rbacPage,
    needs: [[bindRoles('roles'), makeBindings('rolebindings')]],
    leads: ({ scope, names }) => objects('role', scope, names[0] ?? []).map((to) => ({ to })),
  },
  {
    id: 'api.escalate',
    does: 'writes every permission into a role that it holds',
    techniques: 'T1098.006',
    source: 'k8s.io/kubernetes/pkg/registry/rbac/role/policybased: escalate',
    needs: [
      [
        need('escalate roles', 'any', requests(rbac, 'roles', 'escalate')),
        need('change roles', 'any', requests(rbac, 'roles', 'update patch')),
      ],
    ],
    leads: (asked) => {
      const may = ownRoles(asked, asked.names[0] ?? []);
      const change = new Set(ownRoles(asked, asked.names[1] ?? []));
      return may.filter((namespace) => change.has(namespace)).map((namespace) => ({ to: adminVertex(namespace) }));
    },
  },
  {
    id: 'api.escalate',
    does: 'writes every permission into a ClusterRole that it holds',
    techniques: 'T1098.006',
    source: 'k8s.io/kubernetes/pkg/registry/rbac/clusterrole/policybased: escalate',
    clusterOnly: true,
    needs: [
      [
        need('escalate clusterroles', 'any', requests(rbac, 'clusterroles', 'escalate')),
        need('change clusterroles', 'any', requests(rbac, 'clusterroles', 'update patch')),
      ],
    ],
    leads: ({ holder, names }) => {
      const own = holder.gifts.flatMap(({ bundle: { scope, rules, roleKind, roleName = '' } }) =>
        roleKind === 'ClusterRole' &&
        rules.length > 0 &&
        names.every((named) => named.length === 0 || named.includes(roleName))
          ? [scope]
          : [],
      );
      // By a RoleBinding it holds what it writes in the namespace of that.
      return [...new Set(own)].map((scope) => ({ to: scope === '*' ? clusterAdmin : adminVertex(scope) }));
    },
  },
  {
    id: 'api.certificate',
    does: 'has a certificate of any user signed',
    techniques: 'T1649',
    source: 'Kubernetes documentation, "Certificates and Certificate Signing Requests", Authorization',
    clusterOnly: true,
    needs: [
      [
        need('approve signers', 'any', requests('certificates.k8s.io', 'signers', 'approve')),
        need(
          'approve requests',
          'none',
          requests('certificates.k8s.io', 'certificatesigningrequests/approval', 'update patch'),
        ),
        need('request certificates', 'none', requests('certificates.k8s.io', 'certificatesigningrequests', 'create')),
      ],
    ],
    leads: ({ names }) => {
      const signers = names[0] ?? [];
      const isClient = signers.length === 0 || signers.some((name) => clientSigners.includes(name));
      return isClient ? [{ to: clusterAdmin }] : [];
    },
  },
  {
    id: 'api.webhook',
    does: 'changes what others create, by a webhook of its own',
    techniques: 'T1546, MS-TA9015',
    source: 'Kubernetes documentation, "Dynamic Admission Control"',
    clusterOnly: true,
    needs: [
      [
        need(
          'change mutating admission',
          'none',
          requests('admissionregistration.k8s.io', 'mutatingwebhookconfigurations', 'create update patch'),
        ),
      ],
    ],
    leads: () => [{ to: clusterAdmin, assumes: ['object-made'] }],
  },
  {
    id: 'api.aws-auth',
    does: 'names itself an administrator in aws-auth',
    techniques: 'T1098',
    source: 'Amazon EKS User Guide, "Grant IAM users access to Kubernetes with a ConfigMap"',
    needs: [[need('change ConfigMaps', 'any', requests('', 'configmaps', 'update patch'))]],
    leads: ({ scope, names }) => {
      const named = names[0] ?? [];
      const isThere = (scope === '*' || scope === 'kube-system') && (named.length === 0 || named.includes('aws-auth'));
      return isThere ? [{ to: clusterAdmin, assumes: ['eks'] }] : [];
    },
  },
];

/** Signers whose certificates log somebody in. */
const clientSigners = ['kubernetes.io/kube-apiserver-client', 'kubernetes.io/*'];
